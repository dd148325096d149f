import Filings

/// Filings as JSON, one object each: the schema `tongjian.filing/1` that other programs rely on.
package enum FilingJSON {
    package static let schema = "tongjian.filing/1"

    /// `detail` adds cells, sections, evidence and everything else that a report needs, so that a report made from it
    /// equals one made from the document.
    package static func value(of filing: Filing, findings: [Finding], detail: Bool) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("schema", .string(schema)),
            ("source", .string(filing.source)),
            ("sha256", .string(filing.digest)),
            ("format", .string(filing.format)),
            ("organ", .optional(filing.organ?.name)),
            ("function", .optional(filing.organ?.function)),
            ("level", .optional(filing.organ?.level?.rawValue)),
            ("district", .optional(filing.area.code)),
        ]
        if filing.area.code == nil { members.append(("districtCandidates", .strings(filing.area.candidates))) }
        members += [
            ("year", .optional(filing.year)),
            ("form", .optional(filing.form?.rawValue)),
            ("measures", measures(filing)),
            ("derived", derived(filing)),
            ("facts", .array(filing.facts.map(fact))),
            ("findings", .array(findings.map(FindingJSON.value))),
            ("coverage", .optional(filing.organ?.coverage?.rawValue)),
            ("place", filing.area.district.map(district) ?? .null),
            ("publicationDate", .optional(filing.publicationDate?.description)),
            ("overrides", .array(filing.overrides.map(override))),
        ]
        if detail { members += Detail.members(filing) }
        return .members(members)
    }

    static func codes(of filing: Filing) -> [MeasureID] {
        filing.form.map { AllForms.form($0).measures } ?? []
    }

    private static func measures(_ filing: Filing) -> JSONValue {
        .members(codes(of: filing).map { (Measures[$0].code, .optional(filing.readings.value(of: $0))) })
    }

    private static func derived(_ filing: Filing) -> JSONValue {
        .members(filing.derived.keys.sorted().map { (Measures[$0].code, .number(filing.derived[$0]!.value)) })
    }

    static func fact(_ fact: Fact) -> JSONValue {
        .members(
            [
                ("kind", .string(fact.kind)), ("value", .number(fact.value)), ("unit", .string(fact.unit)),
                ("text", .string(fact.text)),
            ] + place(fact.place) + (fact.partOf.map { [("partOf", .string($0))] } ?? [])
                + (fact.mayBe.isEmpty ? [] : [("mayBe", .array(fact.mayBe.map { .string($0) }))]))
    }

    static func override(_ override: AppliedOverride) -> JSONValue {
        .members([
            ("field", .string(override.field)), ("value", .string(override.value)),
            ("reason", .string(override.reason)),
        ])
    }

    static func district(_ district: District) -> JSONValue {
        .members([
            ("code", .string(district.code)), ("name", .string(district.name)),
            ("level", .string(district.level.rawValue)), ("parent", .optional(district.parent)),
            ("province", .string(district.province)), ("prefecture", .string(district.prefecture)),
            ("first", .optional(district.firstYear)), ("last", .optional(district.lastYear)),
            (
                "successors",
                .array(
                    district.successors.map { .members([("code", .string($0.code)), ("year", .optional($0.year))]) })
            ),
        ])
    }

    static func place(_ place: Place?) -> [(String, JSONValue)] {
        guard let place else { return [] }
        return [("line", .integer(place.line)), ("column", .integer(place.column))]
            + (place.page.map { [("page", .integer($0))] } ?? [])
    }

    static func evidence(_ evidence: Evidence) -> JSONValue {
        .members([("text", .string(evidence.text))] + place(evidence.place))
    }
}

extension FilingJSON {
    /// What `--detail` adds.
    private enum Detail {
        static func members(_ filing: Filing) -> [(String, JSONValue)] {
            [
                ("cells", cells(filing)),
                ("sections", sections(filing)),
                ("evidence", .array(filing.evidence.map(evidence))),
                ("printedNames", .strings(filing.organ?.printedNames ?? [])),
                ("signature", filing.signature.map(signature) ?? .null),
                ("notes", .array(filing.notes.map(note))),
                ("settings", filing.settings.map(settings) ?? .null),
            ] + (filing.mapping.map { [("mapping", settings($0))] } ?? [])
        }

        private static func settings(_ source: SettingsSource) -> JSONValue {
            .members([("path", .string(source.path)), ("sha256", .string(source.digest))])
        }

        private static func cells(_ filing: Filing) -> JSONValue {
            .members(
                codes(of: filing).map { id in
                    (Measures[id].code, cell(filing.readings[id], derived: filing.derived[id]))
                })
        }

        private static func cell(_ reading: Reading, derived: Derivation?) -> JSONValue {
            var members: [(String, JSONValue)] = [
                ("state", .string(derived == nil ? reading.state.rawValue : "derived"))
            ]
            if derived != nil { members.append(("printed", .string(reading.state.rawValue))) }
            if !reading.text.isEmpty { members.append(("text", .string(reading.text))) }
            members += place(reading.place)
            if !reading.candidates.isEmpty {
                members.append(("candidates", .array(reading.candidates.map(JSONValue.number))))
            }
            if let reason = reading.reason { members.append(("reason", .string(reason.rawValue))) }
            if let derived { members.append(("equation", .string(derived.equation))) }
            return .members(members)
        }

        private static func sections(_ filing: Filing) -> JSONValue {
            .members(
                filing.sections.map { section in
                    (
                        String(section.number),
                        .members(
                            [("heading", .string(section.heading)), ("text", .string(section.text))]
                                + place(section.place)
                                + [("lines", .array(section.lines.map(line)))])
                    )
                })
        }

        /// `[line, column]`, with the page behind where there are pages.
        private static func line(_ place: Place) -> JSONValue {
            .array(([place.line, place.column] + (place.page.map { [$0] } ?? [])).map(JSONValue.integer))
        }

        private static func evidence(_ item: IdentityEvidence) -> JSONValue {
            .members(
                [
                    ("field", .string(item.field.rawValue)), ("source", .string(item.source.rawValue)),
                    ("value", .string(item.value)), ("text", .string(item.evidence.text)),
                ] + place(item.evidence.place))
        }

        private static func signature(_ signature: Signature) -> JSONValue {
            .members([
                ("year", .integer(signature.year)), ("month", .integer(signature.month)),
                ("day", .integer(signature.day)),
                ("evidence", FilingJSON.evidence(signature.evidence)),
            ])
        }

        private static func note(_ note: ReadingNote) -> JSONValue {
            .members([
                ("kind", .string(note.kind.rawValue)), ("table", .optional(note.table?.rawValue)),
                ("zh", .string(note.chinese)), ("en", .string(note.english)),
                ("evidence", FilingJSON.evidence(note.evidence)),
            ])
        }
    }
}
