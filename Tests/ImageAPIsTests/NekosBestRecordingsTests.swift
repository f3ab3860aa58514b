import Fetching
import Foundation
import ImageAPIs
import Testing

@Suite(.enabled(if: Recordings.exist)) struct NekosBestRecordingsTests {
    @Test func `every recorded answer decodes whole`() throws {
        var pictures = 0
        for name in try Recordings.names("nekosbest") where name != "endpoints-200.yaml" {
            let answer = try Recordings.answer("nekosbest", name)
            let results = try NekosBestPictures(answer).results
            let raw = try JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any]
            let entries = raw?["results"] as? [[String: Any]] ?? []
            #expect(results.count == entries.count, "\(name)")
            #expect(!results.isEmpty, "\(name)")
            for (picture, entry) in zip(results, entries) {
                #expect(picture.url == entry["url"] as? String)
                #expect(picture.url.hasSuffix("/\(picture.category)/\(picture.name).\(picture.fileExtension)"))
                #expect(picture.credits.artist == entry["artist_name"] as? String)
                #expect(picture.credits.artistPage == entry["artist_href"] as? String)
                #expect(picture.credits.page == entry["source_url"] as? String)
                #expect(picture.credits.anime == entry["anime_name"] as? String)
                let size = entry["dimensions"] as? [String: Int]
                #expect(picture.width == size?["width"])
                #expect(picture.height == size?["height"])
                // Until April 2026 no size was told.
                #expect((picture.width == nil) == name.hasSuffix(".json"), "\(name)")
                #expect((picture.fileExtension == "png") == (picture.credits.artist != nil))
                #expect(picture.id.contains("/") == name.contains("2022"), "\(name)")
            }
            pictures += results.count
        }
        #expect(pictures == 39)
    }

    @Test func `the categories are all there`() throws {
        let endpoints = try NekosBestEndpoints(try Recordings.answer("nekosbest", "endpoints-200.yaml"))
        #expect(endpoints.categories.count == 63)
        #expect(
            endpoints.categories.filter { $0.format == "png" }.map(\.name) == ["husbando", "kitsune", "neko", "waifu"])
        #expect(
            endpoints.fault(of: NekosBestQuery(.category("kitsunee")))
                == .unknownCategory("kitsunee", suggestion: "kitsune"))
    }

    @Test func `every recorded header tells its budget`() throws {
        for name in try Recordings.names("nekosbest") where name.hasSuffix(".yaml") {
            let headers = try Recordings.answer("nekosbest", name).headers
            let budget = try #require(RateBudget(headers, uptime: .seconds(1000), now: 0))
            let date = try #require(headers["Date"].flatMap(HTTPDate.seconds))
            #expect(budget.scope == .path)
            #expect(budget.window == 60)
            #expect((197...199).contains(budget.remaining))
            // The windows are aligned to the minute.
            #expect(budget.end == .seconds(1000 + 60 - date % 60), "\(name)")
        }
    }
}
