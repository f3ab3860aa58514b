import Foundation

/// What the program expects of the process that started it, made true before anything is opened or written.
enum Surroundings {
    /// Makes failed writes errors of those writes, and keeps files off the numbers of the standard streams.
    static func prepare() {
        // A closed pipe and a limit on file sizes end a program by a signal, in the middle of what it saves.
        for number in [SIGPIPE, SIGXFSZ] { signal(number, SIG_IGN) }
        // The next file to be opened would get the number of a stream that was closed (`>&-`), and its output.
        for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(stream, F_GETFD) < 0 {
            _ = unsafe open("/dev/null", O_RDWR)
        }
    }
}
