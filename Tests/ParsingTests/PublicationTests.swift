import Filings
import TestSupport
import Testing

@testable import Parsing

/// The day of publication: from the page, from the line above the text; never from the signature.
@Suite struct PublicationTests {
    private let title = "洛龙区教育局2024年政府信息公开工作年度报告"

    @Test func thePagesMetadata() throws {
        let page =
            "<html><head><title>\(title)</title><meta name=\"PubDate\" content=\"2025-01-24 10:30\"></head><body><p>\(title)</p><p>一、总体情况</p></body></html>"
        let filing = try Reader.read(page)
        #expect(filing.publicationDate?.description == "2025-01-24")
        #expect(filing.evidence.last?.field == .publicationDate && filing.evidence.last?.source == .metadata)
    }

    @Test func theLineAboveTheText() throws {
        let filing = try Reader.read("标题：\(title)\n发布日期：2025年1月24日\n一、总体情况\n")
        #expect(filing.publicationDate?.description == "2025-01-24")
    }

    /// A mark that a recognition engine or an editor leaves behind the label.
    @Test func aMarkBehindTheLabel() throws {
        let filing = try Reader.read("发布日期\u{FE0F}：2025-01-15\n\n洛龙区教育局2024年政府信息公开工作年度报告\n\n一、总体情况\n")
        #expect(filing.publicationDate?.description == "2025-01-15")
    }

    @Test func theSignatureIsNoPublication() throws {
        #expect(try Reader.read("\(title)\n一、总体情况\n洛龙区教育局\n2025年1月20日\n").publicationDate == nil)
    }
}
