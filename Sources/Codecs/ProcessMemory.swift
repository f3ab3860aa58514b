import CCodecs

/// How this process deals with freed memory.
public enum ProcessMemory {
    /// Lets the C library keep what is freed instead of giving it back to the system at once.
    ///
    /// The libraries allocate anew for every picture, and a fresh page costs 1.6 us: 58 % of the decoding of a baseline
    /// JPEG. To be called once when a program that decodes many pictures starts; nothing happens where there is no
    /// glibc.
    public static func keepFreedPages() { codec_keep_freed_memory() }

    /// Gives back what is free, and from now on what is freed: for a program that has decoded its pictures and goes on with
    /// other things, of which the largest are far larger than a picture.
    ///
    /// Of the million records of `match-bench`, grouping and writing peak at 530 MiB then instead of 590.
    public static func giveBackFreedPages() { codec_give_back_freed_memory() }
}
