import CairoDrawing
import Filings

/// What a bundle is set in: a sentence for its foot, and the families for the style sheet of the printed page.
struct Colophon {
    let fonts: OfficialFonts
    let language: Language

    /// `字体：图与网页 Noto Sans CJK SC；打印标题 方正小标宋简体，…`; stand-ins are named as such.
    var text: String {
        let roles = OfficialFonts.Role.allCases
        let standIns = roles.filter { !fonts.isOfficial($0) }
        switch language {
        case .zh:
            let print = roles.map { "\($0.zh) \(fonts.family($0))" }.joined(separator: "、")
            let missing = standIns.map(\.zh).joined(separator: "、")
            return "字体：图与网页 \(FontFamilies.noto.sans)；打印\(print)"
                + (missing.isEmpty ? "。" : "（本机没有\(missing)的公文字体，以此代替）。")
        case .en:
            let print = roles.map { "\($0.en) \(fonts.family($0))" }.joined(separator: ", ")
            let missing = standIns.map(\.en).joined(separator: ", ")
            return "Fonts: charts and page \(FontFamilies.noto.sans); print: \(print)"
                + (missing.isEmpty ? "." : " (stand-ins for the official fonts of \(missing), not on this machine).")
        }
    }

    /// Official families have one weight; a stand-in is set in Bold where the official one is heavy by its shape.
    var style: String {
        let lines = OfficialFonts.Role.allCases.map { role in
            let isBold = role != .body && !fonts.isOfficial(role)
            return
                "  --print-\(role.rawValue): \(isBold ? 700 : 400); --print-\(role.rawValue)-family: \"\(fonts.family(role))\""
                + ", \(role == .heading || role == .subheading ? "sans-serif" : "serif");"
        }
        return ":root {\n\(lines.joined(separator: "\n"))\n}\n"
    }
}
