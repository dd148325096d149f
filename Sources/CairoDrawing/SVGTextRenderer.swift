import ChartGrammar

/// Scene -> SVG whose text stays text: selectable, searchable, read aloud. Pure Swift, for use inside an HTML page.
package struct SVGTextRenderer: Sendable {
    /// Unique on the page: ids of several pictures must not meet.
    package var idPrefix: String
    package var families: FontFamilies
    /// Off where the page's own ground should show.
    package var drawsBackground: Bool
    /// How a colour is written: as itself, or as a variable of the page's style sheet.
    package var color: @Sendable (SceneColor) -> String

    package init(
        idPrefix: String, families: FontFamilies = .noto, drawsBackground: Bool = true,
        color: @escaping @Sendable (SceneColor) -> String = { $0.hex }
    ) {
        self.idPrefix = idPrefix
        self.families = families
        self.drawsBackground = drawsBackground
        self.color = color
    }

    package func render(_ scene: Scene) -> String {
        var writer = SVGTextWriter(renderer: self)
        let size = "\(decimal(scene.width)) \(decimal(scene.height))"
        writer.text += "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(size)\""
        writer.text += " width=\"\(decimal(scene.width))\" height=\"\(decimal(scene.height))\" role=\"img\""
        writer.text += " xml:lang=\"\(escaped(scene.language))\" lang=\"\(escaped(scene.language))\""
        let prefix = escaped(idPrefix)
        writer.text += " aria-labelledby=\"\(prefix)-title \(prefix)-desc\""
        writer.text += " font-family=\"'\(escaped(families.sans))','Source Han Sans SC',sans-serif\">\n"
        writer.text += "<title id=\"\(prefix)-title\">\(escaped(scene.title))</title>\n"
        writer.text += "<desc id=\"\(prefix)-desc\">\(escaped(scene.description))</desc>\n"
        writer.defineHatches(scene)
        if drawsBackground {
            let ground = SceneFill.solid(scene.background)
            writer.write(.rect(SceneRect(x: 0, y: 0, width: scene.width, height: scene.height, fill: ground)))
        }
        for item in scene.items { writer.write(item) }
        return writer.text + "</svg>\n"
    }
}

/// At most two decimals, no exponent, no trailing zeros.
func decimal(_ value: Double) -> String { shortDecimal(value) }
