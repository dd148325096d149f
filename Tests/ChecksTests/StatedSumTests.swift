import Filings
import Testing

@testable import Checks

/// Wholes and parts of sentences.
@Suite struct StatedSumTests {
    private func contradictions(_ text: String) -> [String] {
        StatedSum.all(in: Array(text.unicodeScalars)).compactMap { sum in
            sum.contradiction.map { "\($0)≠\(sum.whole.value)" }
        }
    }

    @Test(arguments: [
        "共公开信息155条，其中网站12条，专栏17条，微信126条。",
        "共公开信息155条（网站29条，微信126条）。",
        "公开信息1,155条，其中网站29条，微信1,126条。",
        "提案16件，独办1件，主办11件，协办4件，均已办结。",
        "收到转办件22件。其中：人大代表建议6件，主办5件，协办1件，均已办结。",
        "全年公开信息300条，其中网站200条（其中图文150条、视频50条），微信100条。",
        "全年公开信息300条，其中网站200条，微信100条，培训8次，解读20条。",
        "累计发布207条，涵盖动态72条、科普103条。",
        "公开信息30条；办理提案4件，其中建议1件、提案3件。",
        "网站公开信息30条，微信公众号80条，微博40条。",
        "参训120人次，举办培训3期，发布解读5篇。",
    ]) func adds(text: String) { #expect(contradictions(text) == []) }

    @Test(arguments: [
        ("共公开信息155条，其中网站12条，专栏17条，微信127条。", "156≠155"),
        ("共公开信息155条（网站30条，微信126条）。", "156≠155"),
        ("提案16件，独办1件，主办12件，协办4件，均已办结。", "17≠16"),
        ("办结30件，分别为予以公开20件、部分公开5件。", "25≠30"),
        ("全年对外发布政府信息80条，分渠道看，政府网站49条、微信公众号28条、公开栏8条。", "85≠80"),
    ]) func contradicts(text: String, found: String) { #expect(contradictions(text) == [found]) }
}
