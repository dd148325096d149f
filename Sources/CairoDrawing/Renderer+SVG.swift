import ChartGrammar

extension Renderer {
    /// Cairo numbers the root group by all surfaces the process ever made, and gives no text alternative: the first is
    /// made constant, the second added.
    func finishedSVG(_ bytes: [UInt8], _ scene: Scene) -> [UInt8] {
        let bytes = withConstantSurfaceID(bytes)
        let rootStart = Array("<svg ".utf8)
        guard let root = bytes.firstIndex(of: rootStart, from: 0),
            let end = bytes.firstIndex(of: [UInt8(ascii: ">")], from: root)
        else { return bytes }
        let attributes = "role=\"img\" xml:lang=\"\(escaped(scene.language))\" aria-labelledby=\"title description\" "
        let texts =
            "\n<title id=\"title\">\(escaped(scene.title))</title>"
            + "\n<desc id=\"description\">\(escaped(scene.description))</desc>"
        var result = Array(bytes[..<(root + rootStart.count)])
        result += attributes.utf8
        result += bytes[(root + rootStart.count)...end]
        result += texts.utf8
        result += bytes[(end + 1)...]
        return result
    }

    private func withConstantSurfaceID(_ bytes: [UInt8]) -> [UInt8] {
        let start = Array("id=\"surface".utf8)
        guard let place = bytes.firstIndex(of: start, from: 0) else { return bytes }
        let digits = place + start.count
        let end = bytes[digits...].firstIndex { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? digits
        return Array(bytes[..<digits]) + Array(bytes[end...])
    }
}

extension [UInt8] {
    func firstIndex(of pattern: [UInt8], from start: Int) -> Int? {
        guard count >= pattern.count else { return nil }
        return (start...(count - pattern.count)).first { self[$0..<($0 + pattern.count)].elementsEqual(pattern) }
    }
}
