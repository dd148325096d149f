import ChartGrammar
import Foundation
import Testing

@testable import CairoDrawing

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// A scene with every kind of item.
private func scene(_ text: String = "平潭综合实验区 154 件") -> Scene {
    let style = TextStyle(16, .bold, SceneColor(0x17212B))
    let hatch = SceneHatch(background: SceneColor(0xFFFFFF), line: SceneColor(0x8A95A1), lineWidth: 1, step: 7)
    return Scene(
        width: 300, height: 200, background: SceneColor(0xFFFFFF),
        items: [
            .rect(SceneRect(x: 10, y: 10, width: 80, height: 60, fill: .hatch(hatch), cornerRadius: 4)),
            .path(.line(0, 100, 300, 100, SceneStroke(SceneColor(0x1B5E9E), 2, dash: [2, 4], cap: .round))),
            .circle(SceneCircle(150, 50, radius: 8, fill: .solid(SceneColor(0xB93A1C)))),
            .group(
                name: "labels",
                [
                    .text(
                        SceneText(text, x: 150, baseline: 150, anchor: .middle, style: style).haloed(
                            SceneColor(0xFFFFFF)))
                ]),
        ], title: "标题 " + text, description: "说明 " + text)
}

private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

@Suite(.serialized) struct RendererTests {
    @Test func aPNGHasItsSignatureAndSize() throws {
        let png = try Renderer().png(scene(), scale: 2)
        #expect(Array(png.prefix(8)) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        let sizes = [16, 20].map { start in png[start..<(start + 4)].reduce(0) { $0 << 8 | Int($1) } }
        #expect(sizes == [600, 400])
    }

    @Test func theSameSceneGivesTheSameBytes() throws {
        let (first, second) = (try Renderer(), try Renderer())
        for renderer in [first, second] { _ = try renderer.svg(scene("先画另一张")) }
        #expect(try first.png(scene()) == second.png(scene()))
        #expect(try first.svg(scene()) == second.svg(scene()))
        #expect(try first.svg(scene()) == first.svg(scene()))
        #expect(try first.pdf(scene()) == second.pdf(scene()))
    }

    @Test func anSVGHasItsTextAlternative() throws {
        let svg = text(try Renderer().svg(scene()))
        #expect(svg.contains("role=\"img\" xml:lang=\"zh-CN\""))
        #expect(svg.contains("<title id=\"title\">标题 平潭综合实验区 154 件</title>"))
        #expect(svg.contains("<desc id=\"description\">说明"))
        #expect(!svg.contains("id=\"surface1"))
        #expect(XMLParser(data: Data(svg.utf8)).parse())
    }

    @Test func aPDFBeginsAndEndsAsOne() throws {
        let pdf = try Renderer().pdf(scene())
        #expect(text(Array(pdf.prefix(5))) == "%PDF-")
        #expect(text(Array(pdf.suffix(8))).contains("%%EOF"))
    }

    @Test func aMissingFamilyNamesItsPackage() {
        let families = FontFamilies(sans: "No Such Family 42")
        do throws(DrawingError) {
            try FontCheck.verify(families)
            Issue.record("expected an error")
        } catch {
            guard case .missingFamily("No Such Family 42", _, package: "fonts-noto-cjk") = error else {
                Issue.record("\(error)")
                return
            }
            #expect(error.en.contains("apt-get install fonts-noto-cjk"))
        }
        #expect(throws: DrawingError.self) { try Renderer(families: families) }
    }

    @Test func theFamiliesAreInstalled() throws {
        try FontCheck.verify()
    }

    @Test func everyCharacterHasAGlyph() throws {
        let setter = try TextSetter(families: .noto)
        for string in ["政府信息公开工作年度报告", "镕堃翀㐂𠮷", "≥70% 60—70 ＜30 −10.5 ÷＝＋◇□▲"] {
            setter.set(string, size: 16, weight: .regular, face: .sans)
            #expect(setter.unknownGlyphs == 0, "\(string)")
        }
    }

    @Test func aCharacterWithoutAGlyphIsAnError() throws {
        // U+10FFFD is private use: no font of the system has it.
        let text = "甲\u{10FFFD}"
        let error = DrawingError.missingGlyphs(text: text, characters: ["\u{10FFFD} (U+10FFFD)"], packages: [])
        #expect(throws: error) { try Renderer().png(scene(text)) }
        #expect(error.zh.contains("自造字") && error.en.contains("U+10FFFD"))
    }

    @Test func aPictureTooLargeForCairoIsAnError() throws {
        let renderer = try Renderer()
        #expect(throws: DrawingError.self) {
            try renderer.png(Scene(width: 60_000, height: 10, background: SceneColor(0xFFFFFF)))
        }
        _ = try renderer.png(scene())
    }
}

@Suite(.serialized) struct HostileTextTests {
    private let hostile = "<script>alert('1')</script> ]]> & \" \u{0}\u{1}\u{8}\u{7F}\u{202E}end\n行"

    @Test func markupIsEscapedAndControlsGo() throws {
        let drawn = [
            text(try Renderer().svg(scene(hostile))),
            SVGTextRenderer(idPrefix: "a\"><script>").render(scene(hostile)),
        ]
        for svg in drawn {
            #expect(!svg.contains("<script"))
            #expect(!svg.contains("]]>"))
            #expect(!svg.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E })
            #expect(XMLParser(data: Data(svg.utf8)).parse())
        }
        #expect(drawn[1].contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; ]]&gt; &amp; &quot;"))
    }

    @Test func hostileTextIsDrawn() throws {
        #expect(try !Renderer().png(scene(hostile)).isEmpty)
        #expect(try !Renderer().pdf(scene(hostile)).isEmpty)
    }
}

@Suite(.serialized) struct SVGTextRendererTests {
    @Test func textStaysText() {
        let svg = SVGTextRenderer(idPrefix: "c01").render(scene())
        #expect(svg.contains(">平潭综合实验区 154 件</text>"))
        #expect(svg.contains("aria-labelledby=\"c01-title c01-desc\""))
        #expect(svg.contains("url(#c01-hatch0)"))
        #expect(svg.contains("stroke-dasharray=\"2 4\""))
    }

    @Test func coloursMayBeVariables() {
        let renderer = SVGTextRenderer(idPrefix: "x") { $0.hex == "#1B5E9E" ? "var(--accent)" : $0.hex }
        #expect(renderer.render(scene()).contains("stroke=\"var(--accent)\""))
    }
}

@Suite(.serialized) struct PangoTextMeasurerTests {
    @Test func widthsAreInProportionAndRepeat() throws {
        let measurer = try PangoTextMeasurer()
        let width = measurer.width(of: "通鉴", size: 16, weight: .regular, face: .sans)
        #expect(abs(width - 32) < 0.1)
        #expect(measurer.width(of: "通鉴", size: 32, weight: .regular, face: .sans) == width * 2)
        #expect(measurer.width(of: "154", size: 16, weight: .bold, face: .sans) > 20)
    }

    @Test func punctuationInARowIsTightened() throws {
        let measurer = try PangoTextMeasurer()
        let pair = measurer.width(of: "）。", size: 10, weight: .regular, face: .sans)
        #expect(abs(pair - 15) < 0.3)
    }
}
