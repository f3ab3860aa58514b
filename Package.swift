// swift-tools-version: 6.2
import PackageDescription

// Targets stand in walking order: a target imports only what stands above it.

/// One list of settings for every Swift target.
let strict: [SwiftSetting] = [
    .strictMemorySafety(),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]
/// Pixel code is optimized in debug builds too: its tests read whole pictures, and are 50 times slower without.
let pixels: [SwiftSetting] =
    strict + [
        .unsafeFlags(["-O"], .when(configuration: .debug)),
        .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
    ]
/// C is optimized in every build, and never fuses a multiplication with an addition: results must not depend on the processor.
let hotC: [CSetting] = [.unsafeFlags(["-O3", "-ffp-contract=off", "-Wall", "-Wextra"])]

/// Homebrew's headers and libraries on macOS; Debian's stand where the compiler looks anyway. No pkg-config: giflib has no `.pc` file upstream.
let brew = Context.environment["HOMEBREW_PREFIX"] ?? "/opt/homebrew"
let brewHeaders: [CSetting] = [.unsafeFlags(["-I\(brew)/include"], .when(platforms: [.macOS]))]
let brewLibraries: [LinkerSetting] = [.unsafeFlags(["-L\(brew)/lib"], .when(platforms: [.macOS]))]
let imageLibraries: [LinkerSetting] =
    brewLibraries + ["z", "png", "gif", "jpeg", "webp", "webpdemux"].map { .linkedLibrary($0) }

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let database: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
/// The client and the types of its interface, in builds that fetch.
let httpClient: [Target.Dependency] = [
    .product(name: "AsyncHTTPClient", package: "async-http-client", condition: .when(traits: ["Remote"])),
    .product(name: "NIOCore", package: "swift-nio", condition: .when(traits: ["Remote"])),
]
/// The server and the types of its interface, in builds that serve.
let httpServer: [Target.Dependency] = [
    ("Hummingbird", "hummingbird"), ("HummingbirdCore", "hummingbird"), ("HTTPTypes", "swift-http-types"),
    ("Logging", "swift-log"), ("NIOCore", "swift-nio"), ("NIOPosix", "swift-nio"),
    ("ServiceLifecycle", "swift-service-lifecycle"), ("UnixSignals", "swift-service-lifecycle"),
].map { .product(name: $0.0, package: $0.1, condition: .when(traits: ["Serve"])) }
let httpTesting: Target.Dependency = .product(
    name: "HummingbirdTesting", package: "hummingbird", condition: .when(traits: ["Serve"]))

let package = Package(
    name: "pawprint",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "pawprint", targets: ["pawprint"])],
    traits: [
        .trait(name: "Remote", description: "Fetch over HTTP (AsyncHTTPClient). Without it only local files are read."),
        .trait(name: "Serve", description: "Serve datasets over HTTP (Hummingbird)."),
        .default(enabledTraits: ["Remote", "Serve"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // Chance, text and files of this machine: nothing here knows of pictures.
        .target(name: "Randomness", swiftSettings: strict),
        .target(name: "JSONText", swiftSettings: strict),
        .target(name: "Files", swiftSettings: strict),
        .target(name: "Spelling", swiftSettings: strict),

        // What an item is, where items are listed, how their bytes are got.
        .target(
            name: "Sourcing", dependencies: ["JSONText", "Files", "Spelling", crypto], swiftSettings: strict),
        .target(
            name: "Fetching", dependencies: ["Randomness", "Files", "Sourcing"] + httpClient, swiftSettings: strict),
        .target(
            name: "ImageAPIs", dependencies: ["JSONText", "Spelling", "Sourcing", "Fetching"], swiftSettings: strict),

        // Bytes to pixels.
        .target(
            name: "CCodecs", cSettings: hotC + brewHeaders + [.headerSearchPath(".")], linkerSettings: imageLibraries),
        .target(name: "CHamming", cSettings: hotC),
        .target(name: "CPixels", cSettings: hotC),
        .target(name: "CPlanes", cSettings: hotC),
        .target(name: "Rasters", dependencies: ["Spelling", "CPixels"], swiftSettings: pixels),
        .target(name: "Codecs", dependencies: ["CCodecs", "Rasters"], swiftSettings: pixels),

        // Pixels to what is known of a picture, and of two.
        .target(
            name: "Fingerprints", dependencies: ["Spelling", "Rasters", "CHamming", "CPlanes"], swiftSettings: pixels),
        .target(name: "Palettes", dependencies: ["CPixels", "Rasters"], swiftSettings: pixels),
        .target(name: "Descriptors", dependencies: ["CPixels", "Rasters"], swiftSettings: pixels),
        .target(
            name: "Sequences", dependencies: ["Rasters", "Fingerprints", "Descriptors"], swiftSettings: pixels),
        .target(
            name: "Duplicates",
            dependencies: [
                "JSONText", "Spelling", "Rasters", "Fingerprints", "Descriptors", "Sequences", "CHamming", "CPlanes",
            ], swiftSettings: pixels),
        .target(
            name: "Calibration",
            dependencies: ["Randomness", "Rasters", "Codecs", "Fingerprints", "Descriptors", "Duplicates"],
            swiftSettings: pixels),

        // What is written and remembered.
        .target(
            name: "Manifests", dependencies: ["JSONText"], exclude: ["manifest-line.schema.json"],
            swiftSettings: strict),
        .target(name: "Checks", dependencies: ["Sourcing", "Manifests"], swiftSettings: strict),
        .target(
            name: "CheckReports", dependencies: ["JSONText", "Spelling", "Sourcing", "Manifests", "Checks"],
            swiftSettings: strict),
        .target(
            name: "Evaluation", dependencies: ["JSONText", "Spelling", "Duplicates", "Manifests", "CheckReports"],
            swiftSettings: strict),
        .target(name: "Specs", dependencies: ["Files", "Spelling", "Yams"], swiftSettings: strict),
        .target(
            name: "Dataflow", dependencies: [.product(name: "DequeModule", package: "swift-collections")],
            swiftSettings: strict),
        .target(name: "Catalogs", dependencies: ["Files", "Manifests", database], swiftSettings: strict),
        .target(
            name: "Serving",
            dependencies: ["Randomness", "JSONText", "Files", "Spelling", "Sourcing", "Manifests", "Catalogs"]
                + httpServer,
            exclude: ["openapi.yaml"], swiftSettings: strict),

        // The pipeline, and the program.
        .target(
            name: "Stages",
            dependencies: [
                "JSONText", "Files",
                "Sourcing", "Rasters", "Codecs", "Fingerprints", "Palettes", "Descriptors", "Sequences", "Duplicates",
                "Manifests", "Checks", "Specs", "Dataflow", "Catalogs",
            ], swiftSettings: strict),
        .executableTarget(
            name: "pawprint",
            dependencies: [
                "Randomness", "JSONText", "Files", "Spelling",
                "Sourcing", "Fetching", "ImageAPIs", "Rasters", "Codecs", "Fingerprints", "Descriptors", "Sequences",
                "Duplicates", "Calibration", "Manifests", "Checks", "CheckReports", "Evaluation", "Specs", "Dataflow",
                "Catalogs", "Serving", "Stages",
                argumentParser,
            ], swiftSettings: strict),

        // Pictures to try it on, and how fast it is.
        .target(
            name: "Drawings", dependencies: ["Randomness", "Rasters"], path: "fixtures/Drawings", swiftSettings: pixels),
        .target(
            name: "CEncoders", path: "fixtures/CEncoders", cSettings: hotC + brewHeaders,
            linkerSettings: imageLibraries + [.linkedLibrary("webpmux")]),
        .target(
            name: "Encoding", dependencies: ["CEncoders", "Rasters"], path: "fixtures/Encoding", swiftSettings: pixels),
        .executableTarget(
            name: "make-fixtures", dependencies: ["Drawings", "Encoding", "Rasters", crypto],
            path: "fixtures/Generator", swiftSettings: pixels),
        .executableTarget(
            name: "decode-limit", path: "Benchmarks/DecodeLimit", cSettings: hotC + brewHeaders,
            linkerSettings: imageLibraries),
        .executableTarget(
            name: "decode-fuzz", dependencies: ["Randomness", "Codecs", "Rasters"], path: "Benchmarks/DecodeFuzz",
            swiftSettings: pixels),
        .executableTarget(
            name: "accuracy",
            dependencies: [
                "Rasters", "Codecs", "Fingerprints", "Descriptors", "Duplicates", "Calibration", "Drawings", "Encoding",
            ],
            path: "Benchmarks/Accuracy", swiftSettings: pixels),
        .executableTarget(
            name: "decode-needed",
            dependencies: ["Sourcing", "Rasters", "Codecs", "Fingerprints", "Palettes", "Descriptors"],
            path: "Benchmarks/DecodeNeeded", swiftSettings: pixels),
        .executableTarget(
            name: "bench-corpus", dependencies: ["Rasters", "Drawings", "Encoding"], path: "Benchmarks/BenchCorpus",
            swiftSettings: pixels),
        .executableTarget(
            name: "match-bench",
            dependencies: [
                "Randomness", "Fingerprints", "Descriptors", "Duplicates", "Manifests", "Dataflow", "Catalogs",
                "Stages",
            ], path: "Benchmarks/MatchBench", exclude: ["peers"], swiftSettings: pixels),
        .executableTarget(name: "pipeline-bench", path: "Benchmarks/PipelineBench", swiftSettings: strict),
        .executableTarget(
            name: "palette-roc",
            dependencies: ["Rasters", "Codecs", "Fingerprints", "Palettes", "Checks", "Drawings", "Encoding"],
            path: "Benchmarks/PaletteROC", swiftSettings: pixels),
        .executableTarget(
            name: "animation-accuracy",
            dependencies: [
                "Randomness", "Codecs", "Rasters", "Fingerprints", "Descriptors", "Sequences", "Duplicates", "Drawings",
                "Encoding",
            ], path: "Benchmarks/AnimationAccuracy", swiftSettings: pixels),

        // Tests, in the same order.
        .target(
            name: "TestSupport", dependencies: ["Randomness", "JSONText"], path: "Tests/TestSupport",
            swiftSettings: strict),
        .target(
            name: "LoopbackSupport", dependencies: ["Files"], path: "Tests/LoopbackSupport", swiftSettings: strict),
        .testTarget(
            name: "JSONTextTests", dependencies: ["Randomness", "JSONText", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "FilesTests", dependencies: ["Files", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "SourcingTests", dependencies: ["Randomness", "Sourcing", "JSONText", "Files", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "FetchingTests", dependencies: ["Fetching", "Sourcing", "Files", "TestSupport", "LoopbackSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "ImageAPIsTests",
            dependencies: ["Randomness", "ImageAPIs", "JSONText", "Sourcing", "Fetching", "TestSupport", "Yams"],
            swiftSettings: strict),
        .testTarget(
            name: "RastersTests", dependencies: ["Randomness", "Rasters", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "CodecsTests", dependencies: ["Randomness", "Codecs", "Rasters", "TestSupport"], swiftSettings: strict
        ),
        .testTarget(
            name: "FingerprintsTests",
            dependencies: ["Randomness", "Fingerprints", "Rasters", "Codecs", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "PalettesTests", dependencies: ["Randomness", "Palettes", "Rasters", "Codecs", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "DescriptorsTests", dependencies: ["Randomness", "Descriptors", "Rasters", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "SequencesTests",
            dependencies: ["Randomness", "Sequences", "Descriptors", "Fingerprints", "Rasters", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "DuplicatesTests",
            dependencies: [
                "Randomness", "Duplicates", "Descriptors", "Sequences", "Fingerprints", "Rasters", "Codecs", "CHamming",
                "CPlanes", "TestSupport",
            ], swiftSettings: strict),
        .testTarget(
            name: "CalibrationTests", dependencies: ["Randomness", "Rasters", "Duplicates", "Calibration"],
            swiftSettings: strict),
        .testTarget(
            name: "ManifestsTests", dependencies: ["Randomness", "Manifests", "JSONText", "TestSupport"],
            swiftSettings: strict),
        .testTarget(name: "ChecksTests", dependencies: ["Checks", "Manifests", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "CheckReportsTests",
            dependencies: ["CheckReports", "Checks", "Manifests", "JSONText", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "EvaluationTests", dependencies: ["Evaluation", "Duplicates", "Manifests", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "SpecsTests", dependencies: ["Randomness", "Specs", "Files", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "DataflowTests", dependencies: ["Randomness", "Dataflow", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "CatalogsTests", dependencies: ["Randomness", "Catalogs", "Manifests", "TestSupport", database],
            swiftSettings: strict),
        .testTarget(
            name: "ServingTests",
            dependencies: [
                "Randomness", "Serving", "JSONText", "Sourcing", "Manifests", "Catalogs", "TestSupport", "Yams",
                httpTesting,
            ] + httpServer, swiftSettings: strict),
        .testTarget(
            name: "StagesTests",
            dependencies: [
                "Randomness", "Stages", "Sourcing", "Fetching", "Manifests", "Dataflow", "Descriptors", "Duplicates",
                "TestSupport",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "CommandTests",
            dependencies: [
                "Randomness", "pawprint", "JSONText", "Codecs", "Rasters", "Manifests", "TestSupport",
                "LoopbackSupport",
            ], swiftSettings: strict),
        .testTarget(
            name: "DrawingsTests", dependencies: ["Drawings", "Rasters", "TestSupport", crypto],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
