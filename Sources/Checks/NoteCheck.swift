import Filings

/// A rule that passes on what the reader noticed about a document.
protocol NoteCheck: Check {
    var kinds: Set<ReadingNote.Kind> { get }
    var severity: Severity { get }
    var verdict: Verdict { get }
}

extension NoteCheck {
    package func findings(in set: FilingSet) -> [Finding] { noted(in: set) }

    /// One finding for each note of the rule's kinds.
    func noted(in set: FilingSet) -> [Finding] {
        set.filings.flatMap { filing in
            filing.notes.filter { kinds.contains($0.kind) }.map { note in
                Finding(
                    rule: id, severity: severity, verdict: verdict, filing: filing,
                    message: Words(note.chinese, note.english),
                    evidence: [Finding.Citation(source: filing.source, evidence: note.evidence)])
            }
        }
    }
}
