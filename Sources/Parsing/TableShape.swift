import Filings

/// Says what is damaged about table three, so that a reader of the figures knows what they rest on.
struct TableShape {
    let form: StatutoryForm
    let header: HeaderGeometry
    let rows: [DataRow]
    let lines: [Int]

    func notes(at place: Place) -> [ReadingNote] {
        var notes: [ReadingNote] = []
        func add(_ chinese: String, _ english: String, _ evidence: Evidence) {
            notes.append(
                ReadingNote(kind: .tableShape, table: .three, chinese: chinese, english: english, evidence: evidence))
        }
        if header.isKnown {
            let lost = ApplicantColumn.allCases.indices.filter { !header.named.contains($0) }
            if !lost.isEmpty {
                let names = lost.map { ApplicantColumn.allCases[$0].label }.joined(separator: "、")
                add(
                    "表三缺少申请人列：\(names)", "table three lacks applicant columns: \(names)",
                    Evidence(text: names, place: place))
            }
        }
        let lostLines = form.tableThree.indices.filter { !lines.contains($0) }
        if !lostLines.isEmpty {
            let names = lostLines.map { form.tableThree[$0].label }.joined(separator: "、")
            add(
                "表三缺少 \(lostLines.count) 行：\(names)", "table three lacks \(lostLines.count) lines",
                Evidence(text: names, place: place))
        }
        if let note = unlabelled() { notes.append(note) }
        if let note = widths() { notes.append(note) }
        return notes
    }

    private func unlabelled() -> ReadingNote? {
        let bare = zip(rows, lines).filter { row, line in
            if case .requestLine = row.label { return false }
            return row.nearby.allSatisfy { $0.label != .requestLine(form.tableThree[line].key) }
                && !(form.id == .form2019 && row.label == .group(.otherHandling))
        }
        guard let first = bare.first else { return nil }
        return ReadingNote(
            kind: .tableShape, table: .three, chinese: "表三有 \(bare.count) 行的行名缺失，按次序判读",
            english: "\(bare.count) lines of table three have lost their labels and were read by their order",
            evidence: Evidence(
                text: first.0.figures.compactMap(\.value?.text).joined(separator: " "),
                place: first.0.figures.first?.place))
    }

    private func widths() -> ReadingNote? {
        let odd = rows.filter { !$0.isGlued && $0.figures.count { !$0.isBlank } > ApplicantColumn.allCases.count }
        guard let first = odd.first else { return nil }
        return ReadingNote(
            kind: .tableShape, table: .three, chinese: "表三有 \(odd.count) 行的数字多于 7 个",
            english: "\(odd.count) lines of table three hold more than 7 figures",
            evidence: Evidence(
                text: first.figures.compactMap(\.value?.text).joined(separator: " "), place: first.figures.first?.place)
        )
    }
}
