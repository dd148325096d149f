/// The lines of a text in UTF-8, as ranges of its bytes, and the cells within a line.
struct TextLines {
    let text: UnsafeBufferPointer<UInt8>

    /// Calls `body` with every line's number (from 1) and range, without its end: LF, CRLF, CR, VT or FF.
    func forEach(_ body: (Int, Range<Int>) throws(IngestError) -> Void) throws(IngestError) {
        var line = 0
        var start = 0
        var index = 0
        while index < text.count {
            let byte = text[index]
            guard byte >= 0x0A, byte <= 0x0D else {
                index += 1
                continue
            }
            line += 1
            try body(line, start..<index)
            index += byte == 0x0D && index + 1 < text.count && text[index + 1] == 0x0A ? 2 : 1
            start = index
        }
        if start < text.count { try body(line + 1, start..<text.count) }
    }

    /// How many characters stand in a range.
    func characters(in range: Range<Int>) -> Int {
        var count = 0
        for index in range { count += text[index] & 0xC0 == 0x80 ? 0 : 1 }
        return count
    }

    func string(_ range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: text[range]), as: UTF8.self)
    }

    /// A stretch of a line without the spaces around it; `column` counts characters from 1.
    struct Piece {
        var range: Range<Int>
        var column: Int
    }

    /// The stretches between tabs, empty ones too.
    func tabbed(_ line: Range<Int>) -> [Piece] {
        var pieces: [Piece] = []
        pieces.reserveCapacity(16)
        var piece = Piece(range: line.lowerBound..<line.lowerBound, column: 1)
        var isOpen = false
        var column = 1
        var index = line.lowerBound
        while index < line.upperBound {
            if text[index] == 0x09 {
                pieces.append(piece)
                piece = Piece(range: (index + 1)..<(index + 1), column: column + 1)
                isOpen = false
                index += 1
            } else {
                let space = PrintedSpace.length(text, at: index)
                let length = space > 0 ? space : UTF8Length.of(lead: text[index])
                if space == 0 {
                    if !isOpen { piece = Piece(range: index..<index, column: column) }
                    isOpen = true
                    piece.range = piece.range.lowerBound..<(index + length)
                } else if !isOpen {
                    // An empty cell stands behind its spaces.
                    piece = Piece(range: (index + length)..<(index + length), column: column + 1)
                }
                index += length
            }
            column += 1
        }
        pieces.append(piece)
        return pieces
    }

    /// The stretches that two or more spaces part. A leading indent makes none.
    func spaced(_ line: Range<Int>) -> [Piece] {
        var pieces: [Piece] = []
        var piece: Piece?
        var column = 1
        var spaces = 0
        var index = line.lowerBound
        while index < line.upperBound {
            let space = PrintedSpace.length(text, at: index)
            let length = space > 0 ? space : UTF8Length.of(lead: text[index])
            if space > 0 {
                spaces += 1
            } else {
                if let open = piece, spaces >= 2 {
                    pieces.append(open)
                    piece = nil
                }
                spaces = 0
                let begun = piece ?? Piece(range: index..<index, column: column)
                piece = Piece(range: begun.range.lowerBound..<(index + length), column: begun.column)
            }
            index += length
            column += 1
        }
        if let piece { pieces.append(piece) }
        return pieces
    }

    /// The columns of the page that each piece of a line takes up: an ideograph takes two.
    func spans(of pieces: [Piece], in line: Range<Int>) -> [Range<Int>] {
        var spans: [Range<Int>] = []
        var column = 0
        var index = line.lowerBound
        func advance(to end: Int) {
            while index < end {
                column += isWide(at: index) ? 2 : 1
                index += UTF8Length.of(lead: text[index])
            }
        }
        for piece in pieces {
            advance(to: piece.range.lowerBound)
            let start = column
            advance(to: piece.range.upperBound)
            spans.append(start..<column)
        }
        return spans
    }

    /// From U+2E80 on, and the quotes, dashes and dots that Chinese print sets wide: “”‘’…—.
    private func isWide(at index: Int) -> Bool {
        guard text[index] >= 0xE2 else { return false }
        guard text[index] == 0xE2 else { return true }
        let second = text[index + 1]
        guard second == 0x80 else { return second >= 0xBA }
        return [0x94, 0x98, 0x99, 0x9C, 0x9D, 0xA6].contains(text[index + 2])
    }
}
