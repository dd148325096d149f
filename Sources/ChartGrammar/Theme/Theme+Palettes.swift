// The values are those of the design's tokens; contrasts and differences are computed in ThemeTests.
extension Theme {
    package static let light = Theme(
        name: "light", background: SceneColor(0xFFFFFF), text: SceneColor(0x17212B),
        textSecondary: SceneColor(0x4A5663), textMuted: SceneColor(0x5F6B78), axis: SceneColor(0x8A95A1),
        grid: SceneColor(0xDFE4E9), accent: SceneColor(0x1B5E9E), alert: SceneColor(0xB93A1C),
        context: SceneColor(0x8A95A1), band: SceneColor(0xF1F3F6),
        outcome: solids(0x0B4596, 0x4696DB, 0xA02C18, 0xC2850F, 0x4A2440, 0x8B9198),
        carriedForward: SceneColor(0xD5DAE0), increase: SceneColor(0x1B5E9E), decrease: SceneColor(0xB0561A),
        total: SceneColor(0x4A5663), second: SceneColor(0xC2850F),
        sequential: colors(0xE4EEF8, 0xBFD7EE, 0x8DB8E0, 0x5592CB, 0x2468A8, 0x0B3F73),
        diverging: colors(0x7A3B0C, 0xB8621B, 0xE0AE74, 0xECEFF2, 0x93BFE6, 0x3A7FBF, 0x0F4A86),
        segmentOutline: nil, headlineFace: .sans)

    package static let dark = Theme(
        name: "dark", background: SceneColor(0x12181F), text: SceneColor(0xEEF2F6),
        textSecondary: SceneColor(0xB9C4CF), textMuted: SceneColor(0x96A3B0), axis: SceneColor(0x6E7B88),
        grid: SceneColor(0x2A343F), accent: SceneColor(0x6FB1EE), alert: SceneColor(0xFF8A66),
        context: SceneColor(0x6E7B88), band: SceneColor(0x1B232C),
        outcome: solids(0x4487DA, 0xB9DFF5, 0xE5583A, 0xF5DC94, 0xC08BB0, 0x717980),
        carriedForward: SceneColor(0x3A4652), increase: SceneColor(0x6FB1EE), decrease: SceneColor(0xE7A15C),
        total: SceneColor(0xB9C4CF), second: SceneColor(0xF5DC94),
        sequential: colors(0x1C2F42, 0x214A70, 0x2A6AA3, 0x4A90CF, 0x86BBE8, 0xCDE5F8),
        diverging: colors(0xF6C48C, 0xD08A45, 0x8A5524, 0x2A343F, 0x2B5F91, 0x4F97D8, 0xA9D4F7),
        segmentOutline: nil, headlineFace: .sans)

    package static let print = Theme(
        name: "print", background: SceneColor(0xFFFFFF), text: SceneColor(0x000000),
        textSecondary: SceneColor(0x333333), textMuted: SceneColor(0x4D4D4D), axis: SceneColor(0x7A7A7A),
        grid: SceneColor(0xD9D9D9), accent: SceneColor(0x666666), alert: SceneColor(0x000000),
        context: SceneColor(0x8C8C8C), band: SceneColor(0xF2F2F2), outcome: printOutcome,
        carriedForward: SceneColor(0xFFFFFF), increase: SceneColor(0x333333), decrease: SceneColor(0xA6A6A6),
        total: SceneColor(0x4D4D4D), second: SceneColor(0x333333),
        sequential: colors(0xF0F0F0, 0xD0D0D0, 0xABABAB, 0x808080, 0x555555, 0x262626),
        diverging: colors(0x262626, 0x6B6B6B, 0xB5B5B5, 0xF0F0F0, 0xB5B5B5, 0x6B6B6B, 0x262626),
        segmentOutline: SceneColor(0x4D4D4D), headlineFace: .serif)

    package static let all = [light, dark, print]

    private static let printOutcome: [SceneFill] = [
        .solid(SceneColor(0x1A1A1A)),
        .hatch(SceneHatch(background: SceneColor(0x7A7A7A), line: paper, lineWidth: 1, step: 7, angle: 45)),
        .solid(SceneColor(0x4D4D4D)),
        .solid(SceneColor(0xD6D6D6)),
        .hatch(SceneHatch(background: SceneColor(0x222222), line: paper, lineWidth: 1, step: 6, angle: 0)),
        .hatch(SceneHatch(background: paper, line: SceneColor(0x8C8C8C), lineWidth: 1, step: 6, angle: 135)),
    ]

    private static func colors(_ hex: UInt32...) -> [SceneColor] { hex.map { SceneColor($0) } }
    private static func solids(_ hex: UInt32...) -> [SceneFill] { hex.map { .solid(SceneColor($0)) } }
}
