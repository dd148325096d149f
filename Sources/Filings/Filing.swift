/// One organ's annual report for one year, as read. The input of everything that follows.
package struct Filing: Hashable, Sendable {
    /// The path below the input folder, or the input as given.
    package var source: String
    /// SHA-256 of the file's bytes, in hexadecimal.
    package var digest: String
    /// The id of the input format: `text`, `html` ...
    package var format: String

    package var organ: Organ?
    package var area: AreaIdentification
    /// The reporting year, never the year of publication.
    package var year: Int?
    package var form: FormID?

    package var readings: ReadingTable
    /// What identities determine where nothing is printed; never overlaps a printed number.
    package var derived: [MeasureID: Derivation]
    package var facts: [Fact]
    package var sections: [Section]
    /// What was noticed about the shape of the tables and the text while reading.
    package var notes: [ReadingNote]
    /// Ranked evidence for organ, district and year; the first of a kind decided.
    package var evidence: [IdentityEvidence]
    /// The date under the text, when one is printed.
    package var signature: Signature?
    /// The day of publication, from the page's metadata, a line above the text, or a project file.
    package var publicationDate: CalendarDay?
    /// Corrections from a project file that were applied, each with its reason.
    package var overrides: [AppliedOverride]
    /// The project file that was in force for this filing.
    package var settings: SettingsSource?
    /// The column mapping by which the filing was read from somebody else's table.
    package var mapping: SettingsSource?

    package init(source: String, digest: String, format: String, form: FormID?) {
        self.source = source
        self.digest = digest
        self.format = format
        self.form = form
        area = AreaIdentification()
        readings = ReadingTable(form: form)
        derived = [:]
        facts = []
        sections = []
        notes = []
        evidence = []
        overrides = []
    }
}

extension Filing {
    /// The number that stands for a cell in computations, with what it rests on.
    package struct Figure: Hashable, Sendable {
        package var value: ExactDecimal
        package var basis: Basis

        package enum Basis: Hashable, Sendable { case printed, nilMark, derived }
    }

    /// The printed number, else 0 for a nil mark, else what the identities determine, else nil.
    package func figure(_ id: MeasureID) -> Figure? {
        if let value = readings.value(of: id) {
            return Figure(value: value, basis: readings.state(of: id) == .nilMark ? .nilMark : .printed)
        }
        return derived[id].map { Figure(value: $0.value, basis: .derived) }
    }
}

/// One of the six sections of the statutory report.
package struct Section: Hashable, Sendable {
    /// 1 (总体情况) to 6 (其他需要报告的事项).
    package var number: Int
    package var heading: String
    package var text: String
    package var place: Place?
    /// Where each line of the text begins; empty when the lines' places are not known.
    package var lines: [Place]

    package init(number: Int, heading: String, text: String, place: Place?, lines: [Place] = []) {
        self.number = number
        self.heading = heading
        self.text = text
        self.place = place
        self.lines = lines
    }
}

/// A number with its meaning, found in the prose of a filing. Facts never fill a cell of the form.
package struct Fact: Hashable, Sendable {
    /// `published.wechat`, `requests.received` ...; see `FactKinds`.
    package var kind: String
    package var value: ExactDecimal
    package var unit: String
    /// The clause in which the number stands.
    package var text: String
    package var place: Place?
    /// The kind of the whole of which the sentence makes this a part (共…条，其中网站…条); nil for figures on their own.
    package var partOf: String?
    /// Other kinds that the words allow: 收到 75 件 may be the new ones, or those on hand with last year's.
    package var mayBe: [String]

    package init(
        kind: String, value: ExactDecimal, unit: String, text: String, place: Place?, partOf: String? = nil,
        mayBe: [String] = []
    ) {
        self.kind = kind
        self.value = value
        self.unit = unit
        self.text = text
        self.place = place
        self.partOf = partOf
        self.mayBe = mayBe
    }
}

/// The kinds of facts, in the order of outputs.
package enum FactKinds {
    package static let all = [
        "published.total", "published.website", "published.wechat", "published.weibo", "published.column",
        "licensing.decisions", "penalties.decisions", "requests.received", "requests.resolved",
        "requests.carriedOver", "requests.carriedForward", "requests.handled", "interpretations.published",
        "responses.published", "wechat.followers", "training.sessions", "training.participants", "proposals.total",
        "proposals.deputies", "proposals.members", "processingFee.yuan",
    ]
    private static let positions = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, $0) })

    /// The position of a kind in `all`.
    package static func index(of kind: String) -> Int? { positions[kind] }
}

/// Something noticed about the document while reading: a lost column, residue of a template.
package struct ReadingNote: Hashable, Sendable {
    package enum Kind: String, Sendable {
        /// The shape of a table is damaged and its reading rests on more than position.
        case tableShape
        /// A statutory table was not found.
        case tableMissing
        /// A word processor's or a template's residue stands in the text.
        case templateResidue
        /// Characters of the text were lost before it was read.
        case lostCharacters
        /// The title names another year than the text.
        case yearMismatch
        /// The place in the organ's name is none of the known divisions.
        case unknownPlace
    }

    package var kind: Kind
    package var table: StatutoryTable?
    /// In the field's words, for a person: what was seen.
    package var chinese: String
    package var english: String
    package var evidence: Evidence

    package init(kind: Kind, table: StatutoryTable? = nil, chinese: String, english: String, evidence: Evidence) {
        self.kind = kind
        self.table = table
        self.chinese = chinese
        self.english = english
        self.evidence = evidence
    }
}

extension Signature {
    package var date: CalendarDay? { CalendarDay(year: year, month: month, day: day) }
}

/// The printed date under a filing.
package struct Signature: Hashable, Sendable {
    package var year: Int
    package var month: Int
    package var day: Int
    package var evidence: Evidence

    package init(year: Int, month: Int, day: Int, evidence: Evidence) {
        self.year = year
        self.month = month
        self.day = day
        self.evidence = evidence
    }
}

/// A correction of organ, district, year, coverage or publication date from a project file.
package struct AppliedOverride: Hashable, Sendable {
    package var field: String
    package var value: String
    package var reason: String

    package init(field: String, value: String, reason: String) {
        self.field = field
        self.value = value
        self.reason = reason
    }
}

/// The project file in force: its path and digest, so that outputs can name it.
package struct SettingsSource: Hashable, Sendable {
    package var path: String
    package var digest: String

    package init(path: String, digest: String) {
        self.path = path
        self.digest = digest
    }
}

/// Where the evidence for organ, district or year stands; in falling order of weight.
package enum EvidenceSource: String, CaseIterable, Sendable {
    case override, title, metadata, preamble, body, signature, fileName, folder
}

/// One piece of evidence for who filed, where, for which year, and when it was published.
package struct IdentityEvidence: Hashable, Sendable {
    package enum Field: String, Sendable { case organ, district, year, publicationDate }

    package var field: Field
    package var source: EvidenceSource
    /// What it says: a name, a code, a year.
    package var value: String
    package var evidence: Evidence

    package init(field: Field, source: EvidenceSource, value: String, evidence: Evidence) {
        self.field = field
        self.source = source
        self.value = value
        self.evidence = evidence
    }
}
