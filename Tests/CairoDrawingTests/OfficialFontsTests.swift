import ChartGrammar
import Testing

@testable import CairoDrawing

/// Which families print is set in, by what a machine has; none of the official ones needs to be here.
@Suite struct OfficialFontsTests {
    @Test func withoutThemTheFreeOnesStandIn() {
        let fonts = OfficialFonts(installed: ["DejaVu Sans", "Noto Sans CJK SC", "Noto Serif CJK SC"])
        #expect(OfficialFonts.Role.allCases.allSatisfy { !fonts.isOfficial($0) })
        #expect(fonts.family(.title) == "Noto Serif CJK SC" && fonts.family(.heading) == "Noto Sans CJK SC")
        #expect(fonts.chartFamilies == .noto)
        #expect(fonts.names == ["Noto Sans CJK SC", "Noto Serif CJK SC"])
    }

    @Test func whatIsInstalledIsUsed() {
        let fonts = OfficialFonts(installed: ["仿宋", "仿宋_GB2312", "方正小标宋简体", "KaiTi"])
        #expect(fonts.family(.title) == "方正小标宋简体")
        #expect(fonts.family(.body) == "仿宋_GB2312", "the one of the standard before its successor")
        #expect(fonts.family(.subheading) == "KaiTi")
        #expect(fonts.family(.heading) == "Noto Sans CJK SC" && !fonts.isOfficial(.heading))
        #expect(fonts.names == ["Noto Sans CJK SC", "方正小标宋简体", "仿宋_GB2312", "KaiTi"])
    }

    /// 小标宋 has one weight: a headline is set in it as it is, never smeared to a bold.
    @Test func aFamilyOfOneWeightIsNotMadeBold() throws {
        let families = OfficialFonts(installed: ["方正小标宋简体"]).chartFamilies
        #expect(families.serif == "方正小标宋简体" && !families.serifHasBold)
        #expect(families.weight(.bold, of: .serif) == .regular && families.weight(.bold, of: .sans) == .bold)
        let style = TextStyle(30, .bold, SceneColor(0), face: .serif)
        let scene = Scene(
            width: 100, height: 50, background: SceneColor(0xFFFFFF),
            items: [.text(SceneText("公开率", x: 0, baseline: 40, style: style))])
        let svg = SVGTextRenderer(idPrefix: "x", families: families).render(scene)
        #expect(svg.contains("方正小标宋简体") && !svg.contains("font-weight"))
    }

    /// A list that names a family the machine does not have is found out before anything is drawn.
    @Test func aFamilyThatIsNotThereIsAnError() {
        let families = OfficialFonts(installed: ["方正小标宋_GBK"]).chartFamilies
        #expect(throws: DrawingError.self) { try Renderer(families: families) }
    }

    @Test func theFamiliesOfThisMachineAreListed() {
        let names = InstalledFamilies.names()
        #expect(names.contains(FontFamilies.noto.sans) && names.contains(FontFamilies.noto.serif))
        #expect(names == names.sorted())
    }

    @Test func aMissingGlyphNamesItsPackage() {
        #expect(MissingGlyphs.packages(for: ["\u{30EDD}", "\u{2A6D6}", "镕"]) == ["fonts-hanazono", "fonts-noto-cjk"])
        #expect(
            MissingGlyphs.packages(for: ["\u{1F600}", "\u{0E01}"]) == ["fonts-noto-color-emoji", "fonts-noto-core"])
        #expect(MissingGlyphs.packages(for: ["\u{E000}"]).isEmpty)
    }
}
