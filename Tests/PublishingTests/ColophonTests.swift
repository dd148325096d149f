import CairoDrawing
import Testing

@testable import Publishing

/// Which fonts a bundle says it is set in.
@Suite struct ColophonTests {
    @Test func standInsAreNamedAsSuch() {
        let text = Colophon(fonts: OfficialFonts(installed: []), language: .zh).text
        #expect(text.contains("标题 Noto Serif CJK SC") && text.contains("没有标题、正文、一级标题、二级标题的公文字体"))
    }

    @Test func officialFontsAreNamed() {
        let fonts = OfficialFonts(installed: ["方正小标宋简体", "仿宋", "黑体", "楷体"])
        for language in [Colophon(fonts: fonts, language: .zh), Colophon(fonts: fonts, language: .en)] {
            #expect(language.text.contains("方正小标宋简体") && language.text.contains("仿宋"))
            #expect(!language.text.contains("代替") && !language.text.contains("stand-ins"))
        }
    }

    /// One weight only: asking a browser for Bold would smear it.
    @Test func officialFontsAreNotMadeBold() {
        let official = Colophon(fonts: OfficialFonts(installed: ["方正小标宋简体"]), language: .zh).style
        #expect(official.contains("--print-title: 400; --print-title-family: \"方正小标宋简体\", serif;"))
        let free = Colophon(fonts: OfficialFonts(installed: []), language: .zh).style
        #expect(free.contains("--print-title: 700;") && free.contains("--print-body: 400;"))
    }
}
