import Filings
import Ingest

/// Finds who filed and where, with ranked evidence: title, metadata, preamble, signature, body.
package struct OrganIdentification {
    let registry: DistrictRegistry
    let places: PlaceNames
    let names: KnownNames

    struct Result {
        var organ: Organ?
        var area = AreaIdentification()
        var evidence: [IdentityEvidence] = []
        var notes: [ReadingNote] = []
    }

    private struct Candidate {
        var name: OrganName
        var source: EvidenceSource
        var evidence: Evidence
    }

    /// `mayNamePlace` says of each paragraph whether a name of a division may stand in it.
    func identify(
        title: Prose.Paragraph?, metadata: [Evidence], prose: Prose, mayNamePlace: [Bool], signature: Signature?,
        year: Int?, source: String
    ) -> Result {
        var candidates = titled(title) + metadata.map(fromMetadata) + mentioned(prose) { mayNamePlace[$0] }
        candidates = candidates.filter { !$0.name.isEmpty }
        if candidates.isEmpty { candidates = mentioned(prose, ofCommonAreas: true) { _ in true } }
        if candidates.isEmpty { candidates = signed(prose) }
        var result = Result()
        guard let likely = choose(candidates, prose) else { return result }
        let chosen = wellPrinted(likely, candidates)
        let name = chosen.name
        result.evidence = ([chosen] + candidates.filter { $0.name.normalised != name.normalised }.prefix(3)).map {
            IdentityEvidence(field: .organ, source: $0.source, value: $0.name.normalised, evidence: $0.evidence)
        }
        if let misprint = names.misprint(in: name.rest, isBehindArea: !name.areas.isEmpty, places) {
            result.area = area(like: misprint, in: name.areas.last, year, source, &result.evidence)
            result.notes = [
                ReadingNote(
                    kind: .unknownPlace, chinese: misprint.note.zh, english: misprint.note.en,
                    evidence: chosen.evidence)
            ]
        } else {
            result.area = area(
                of: name, prose: prose, title: title, year: year, source: source, evidence: &result.evidence)
        }
        result.organ = organ(name, printed: candidates, area: result.area)
        return result
    }

    /// The first candidate with an area; one without keeps its place when nothing fuller of its function is named.
    private func choose(_ candidates: [Candidate], _ prose: Prose) -> Candidate? {
        guard let first = candidates.first else { return nil }
        guard first.name.areas.isEmpty else { return government(named: first, candidates) ?? first }
        let function = OrganFunctions.function(ofOrganNamed: first.name.normalised)
        let named = candidates.filter { !$0.name.areas.isEmpty }
        let abbreviated = named.filter { first.name.abbreviates($0.name) }
        let alike = named.filter {
            function != nil && OrganFunctions.function(ofOrganNamed: $0.name.normalised) == function
        }
        return mostNamed(abbreviated) ?? mostNamed(alike) ?? behindCommonArea(first, prose) ?? first
    }

    /// Where one character of a title makes a place or an organ of what is none, the name that the text has instead.
    private func wellPrinted(_ chosen: Candidate, _ candidates: [Candidate]) -> Candidate {
        guard chosen.source == .title || chosen.source == .metadata else { return chosen }
        let others = candidates.filter {
            $0.source != .title && $0.source != .metadata && $0.evidence.place?.line != chosen.evidence.place?.line
        }
        guard !others.contains(where: { $0.name.printed == chosen.name.printed }) else { return chosen }
        let alike = others.filter { other in
            Self.differInOne(chosen.name.printed, other.name.printed)
                && (other.name.areas.count > chosen.name.areas.count
                    || !Self.isKnown(chosen.name) && Self.isKnown(other.name))
        }
        return mostNamed(alike) ?? chosen
    }

    /// Whether an organ's own words name a function or a government.
    private static func isKnown(_ name: OrganName) -> Bool {
        OrganFunctions.function(ofOrganNamed: name.normalised) != nil || name.rest.contains("人民政府")
    }

    /// Whether two texts have as many characters, of which one differs.
    private static func differInOne(_ a: String, _ b: String) -> Bool {
        let (a, b) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
        return a.count == b.count && zip(a, b).count { $0 != $1 } == 1
    }

    /// An area whose name is an ordinary word (城区) counts where it stands right before the title's own words, or before
    /// those in the preamble that they abbreviate.
    private func behindCommonArea(_ first: Candidate, _ prose: Prose) -> Candidate? {
        guard !first.name.rest.isEmpty else { return nil }
        for area in places.commonNames {
            let needle = area + first.name.rest.utf8Bytes
            for paragraph in prose.paragraphs where paragraph.section <= 1 {
                let start = paragraph.withBytes { ByteSearch.first(needle, in: $0) }
                guard let start else { continue }
                let range = start..<(start + needle.count)
                return Candidate(
                    name: OrganName(paragraph.text(range), places: places), source: .preamble,
                    evidence: paragraph.evidence(range))
            }
        }
        // 审批局 in the title, 城区行政审批服务局 in the preamble.
        let preamble = mentioned(prose, ofCommonAreas: true) { prose.paragraphs[$0].section == 0 }
        return mostNamed(preamble.filter { first.name.abbreviates($0.name) })
    }

    /// A title that names an area alone speaks for its government, when the text names that government.
    private func government(named first: Candidate, _ candidates: [Candidate]) -> Candidate? {
        guard first.name.rest.isEmpty, let area = first.name.areas.last else { return nil }
        return candidates.first { $0.name.areas.last == area && $0.name.rest == "人民政府" }
    }

    /// The name that occurs most often; the longest words, then the first, win a tie.
    private func mostNamed(_ candidates: [Candidate]) -> Candidate? {
        guard candidates.count > 1 else { return candidates.first }
        var counts: [String: Int] = [:]
        for candidate in candidates { counts[candidate.name.normalised, default: 0] += 1 }
        return candidates.enumerated().max { a, b in
            (counts[a.element.name.normalised]!, -a.offset) < (counts[b.element.name.normalised]!, -b.offset)
        }?.element
    }

    private func titled(_ title: Prose.Paragraph?) -> [Candidate] {
        guard let title else { return [] }
        let name = names.organ(inTitle: title.bytes) ?? TitleReader.organ(in: title.text)
        guard !name.isEmpty else { return [] }
        return [
            Candidate(
                name: OrganName(name, places: places), source: .title, evidence: title.evidence(0..<title.byteCount))
        ]
    }

    private func fromMetadata(_ evidence: Evidence) -> Candidate {
        Candidate(
            name: OrganName(TitleReader.organ(in: evidence.text), places: places), source: .metadata, evidence: evidence
        )
    }

    /// The organs named in the paragraphs that are to be looked at.
    private func mentioned(_ prose: Prose, ofCommonAreas: Bool = false, in isWanted: (Int) -> Bool) -> [Candidate] {
        var preamble: [Candidate] = []
        var authors: [Candidate] = []
        var body: [Candidate] = []
        for index in prose.paragraphs.indices where isWanted(index) && preamble.count + body.count < Self.mostMentions {
            let paragraph = prose.paragraphs[index]
            let mentions = OrganName.mentions(in: paragraph, places: places, ofCommonAreas: ofCommonAreas)
            for (name, range) in mentions.prefix(Self.mostMentions)
            where Self.isOwnOrgan(name) && !Self.isHost(range, in: paragraph) {
                let candidate = Candidate(
                    name: name,
                    source: paragraph.section == 0 ? .preamble : paragraph.section == 6 ? .signature : .body,
                    evidence: paragraph.evidence(range))
                if paragraph.section == 0 { preamble.append(candidate) } else { body.append(candidate) }
                if paragraph.section == 0, Self.isAuthor(range, in: paragraph) { authors.append(candidate) }
            }
        }
        let best = mostNamed(authors) ?? mostNamed(preamble) ?? mostNamed(body)
        return (best.map { [$0] } ?? []) + preamble + body
    }

    /// So many mentions tell who is named most; a report has some ten.
    private static let mostMentions = 1_000

    /// The organ that signs on several lines (`铁东区` above `水务局`), or with spaces between its characters.
    private func signed(_ prose: Prose) -> [Candidate] {
        var text = ""
        for line in prose.paragraphs.suffix(Self.linesOfSignature).reversed() {
            let words = line.text.filter { !$0.isWhitespace }
            if text.isEmpty, words.allSatisfy(Self.isOfDate) { continue }
            guard words.count <= Self.longestLine, !words.contains("。") else { break }
            text = words + text
            let name = OrganName(text, places: places)
            if !name.areas.isEmpty, OrganName.isOrgan(name.rest) {
                return [Candidate(name: name, source: .signature, evidence: line.evidence(0..<line.byteCount))]
            }
        }
        return []
    }

    /// 2025年1月18日, 2025.1.18, 二〇二五年一月十八日.
    private static func isOfDate(_ character: Character) -> Bool {
        character.isNumber || "年月日.-/〇".contains(character)
    }

    private static let linesOfSignature = 6
    /// Characters of a line of a signature.
    private static let longestLine = 24

    /// Websites and superiors are named in every filing: 区政府网站 is no filer.
    private static func isOwnOrgan(_ name: OrganName) -> Bool { name.rest != "政府" }

    /// Whether a name is that of a website's host: `主办：洛龙区人民政府`, `见洛龙区人民政府网站`.
    private static func isHost(_ range: Range<Int>, in paragraph: Prose.Paragraph) -> Bool {
        paragraph.withBytes { text in
            hosts.contains { ByteSearch.stands($0, at: range.lowerBound - $0.count, in: text) }
                || sites.contains { ByteSearch.stands($0, at: range.upperBound, in: text) }
        }
    }

    /// Whether a name is that of who wrote the report: `本报告由洛龙区教育局编制`.
    private static func isAuthor(_ range: Range<Int>, in paragraph: Prose.Paragraph) -> Bool {
        paragraph.withBytes { text in
            writing.contains { ByteSearch.stands($0, at: range.upperBound, in: text) }
        }
    }

    private static let writing = ["编制", "编写"].map(\.utf8Bytes)
    private static let hosts = ["主办：", "主办:", "主办单位：", "主办单位:", "版权所有：", "版权所有:"].map(\.utf8Bytes)
    private static let sites = ["网站", "门户网站"].map(\.utf8Bytes)

    private func organ(_ name: OrganName, printed: [Candidate], area: AreaIdentification) -> Organ {
        let normalised = name.normalised
        var printedNames: [String] = []
        for candidate in printed where candidate.name.normalised == normalised {
            let name = candidate.name.printed
            if !printedNames.contains(name) { printedNames.append(name) }
        }
        return Organ(
            name: normalised, printedNames: printedNames, function: OrganFunctions.function(ofOrganNamed: normalised),
            level: area.district?.level, coverage: Self.coverage(normalised))
    }

    /// Whom a filing of an organ of that name covers.
    package static func coverage(_ name: String) -> Coverage {
        func ends(with endings: [[UInt8]]) -> Bool {
            endings.contains { name.utf8.suffix($0.count).elementsEqual($0) }
        }
        return ends(with: officeEndings) ? .ownOffice : ends(with: governmentEndings) ? .wholeArea : .oneOrgan
    }

    private static let officeEndings = ["办公室", "办公厅"].map(\.utf8Bytes)
    private static let governmentEndings = ["人民政府", "管理委员会", "管委会", "实验区", "开发区"].map(\.utf8Bytes)

    // MARK: District

    private func area(
        of name: OrganName, prose: Prose, title: Prose.Paragraph?, year: Int?, source: String,
        evidence: inout [IdentityEvidence]
    ) -> AreaIdentification {
        guard let own = name.areas.last else { return folderArea(source, [], year, &evidence) }
        let candidates = registry.districts(named: own, in: year)
        let fallback = candidates.isEmpty ? registry.districts(named: own, in: nil) : candidates
        if fallback.count == 1 { return decided(fallback[0], year, .title, own, &evidence) }
        if let district = byContext(fallback, name: name, prose: prose, title: title) {
            return decided(district, year, .body, own, &evidence)
        }
        return folderArea(source, fallback, year, &evidence)
    }

    /// What a misprinted name looks like is a candidate, and is not taken for it: no silent repair.
    private func area(
        like misprint: PlaceNames.Misprint, in higher: String?, _ year: Int?, _ source: String,
        _ evidence: inout [IdentityEvidence]
    ) -> AreaIdentification {
        let alike = misprint.names.flatMap { registry.districts(named: $0, in: year) }
        let inside = alike.filter { higher == nil || $0.prefecture == higher || $0.province == higher }
        return folderArea(source, inside, year, &evidence)
    }

    private func decided(
        _ district: District, _ year: Int?, _ source: EvidenceSource, _ text: String,
        _ evidence: inout [IdentityEvidence]
    ) -> AreaIdentification {
        evidence.append(
            IdentityEvidence(
                field: .district, source: source, value: district.code, evidence: Evidence(text: text, place: nil)))
        return AreaIdentification(code: district.code, candidates: [], district: district)
    }

    /// Namesakes are told apart by the higher areas that the text names; two that fit stay undecided.
    private func byContext(
        _ candidates: [District], name: OrganName, prose: Prose, title: Prose.Paragraph?
    ) -> District? {
        let higher = Set(name.areas.dropLast())
        let byName = candidates.filter { higher.contains($0.prefecture) || higher.contains($0.province) }
        if byName.count == 1 { return byName[0] }
        for wanted in [\District.prefecture, \District.province] {
            let fitting = candidates.filter { !$0[keyPath: wanted].isEmpty && mentions($0[keyPath: wanted], prose) }
            if fitting.count == 1 { return fitting[0] }
        }
        return nil
    }

    private func mentions(_ area: String, _ prose: Prose) -> Bool {
        let needle = area.utf8Bytes
        return prose.paragraphs.contains { $0.includes(needle) }
    }

    /// A folder named by a district code decides between namesakes; it never contradicts the text.
    private func folderArea(
        _ source: String, _ candidates: [District], _ year: Int?, _ evidence: inout [IdentityEvidence]
    ) -> AreaIdentification {
        guard !candidates.isEmpty else { return AreaIdentification() }
        let folders = source.split(separator: "/").dropLast().map(String.init)
        let named = candidates.first { folders.contains($0.code) }
        if let named { return decided(named, year, .folder, named.code, &evidence) }
        return AreaIdentification(code: nil, candidates: candidates.map(\.code), district: nil)
    }
}
