import Filings

/// Numbers as people read them. Independent of any locale.
package struct ValueFormat: Hashable, Sendable {
    package static let minus = "\u{2212}"
    package let language: Language

    package init(_ language: Language) { self.language = language }

    /// The text of a value under its comparison: `48.0%`, `3,153`, `+137（+169.1%）`, `第 2 位（共 12 个）`, `—`.
    package func text(_ value: Value, of indicator: Indicator) -> String {
        switch value.detail {
        case .none:
            // A share carries its percentage without the indicator's unit.
            value.flags.contains(.notApplicable) ? "—" : level(value.number, value.exact, indicator.unit)
        case .change(let change): text(change, value, indicator)
        case .rank(let rank): text(rank)
        case .share(let share): text(share, value)
        default: value.number.map { comparison(value.detail, $0, value, indicator) } ?? "—"
        }
    }

    /// A level without its unit, except `%`: rates with one decimal, counts with separators, amounts as printed.
    package func level(_ number: Double?, _ exact: ExactDecimal?, _ unit: Unit) -> String {
        if let exact { return DecimalText.grouped(exact) }
        guard let number else { return "—" }
        return DecimalText.fixed(number, unit.decimals) + (unit.isPercent ? "%" : "")
    }

    /// Numerator and denominator: `71÷148`; nil for counts.
    package func fraction(_ value: Value) -> String? {
        guard let numerator = value.numerator, let denominator = value.denominator else { return nil }
        return DecimalText.grouped(numerator) + "÷" + DecimalText.grouped(denominator)
    }

    private func text(_ change: Value.Change, _ value: Value, _ indicator: Indicator) -> String {
        guard let number = value.number else { return "—" }
        if indicator.unit.isPercent {
            return DecimalText.signed(number, 1) + (language == .zh ? " 个百分点" : " pp")
        }
        let absolute = value.exact.map(DecimalText.signed) ?? DecimalText.signed(number, indicator.unit.decimals)
        if value.flags.contains(.baseZero), !(value.exact?.isZero ?? false) {
            return language == .zh ? absolute + "（由零增加）" : absolute + " (from zero)"
        }
        guard let percent = change.percent else { return absolute }
        let share = DecimalText.signed(percent, 1) + "%"
        return language == .zh ? "\(absolute)（\(share)）" : "\(absolute) (\(share))"
    }

    private func text(_ rank: Value.Rank) -> String {
        let places = rank.places.map { "\($0.lowerBound)—\($0.upperBound)" }
        switch language {
        case .zh:
            return "第 \(rank.place) 位（\(rank.isTied ? "并列，" : "")\(places.map { $0 + "，" } ?? "")共 \(rank.ranked) 个）"
        case .en: return "\(rank.place)\(rank.isTied ? "=" : "") of \(rank.ranked)\(places.map { " (\($0))" } ?? "")"
        }
    }

    private func text(_ share: Value.Share, _ value: Value) -> String {
        guard let number = value.number else { return "—" }
        let percent = DecimalText.fixed(number, 1) + "%"
        return language == .zh ? "\(percent)（共 \(share.children) 个）" : "\(percent) (of \(share.children))"
    }
}

extension ValueFormat {
    /// The change in words: `增长 169.1%`, `下降 10.5 个百分点`, `由零增加 3 件`, `持平`; nil where there is none.
    ///
    /// 持平 is said only for a change under 0.05 points or 0.05 %.
    package func changeInWords(_ value: Value, of indicator: Indicator) -> String? {
        guard case .change(let change) = value.detail, let number = value.number else { return nil }
        if indicator.unit.isPercent {
            if abs(number) < 0.05 { return language == .zh ? "持平" : "unchanged" }
            let size = DecimalText.fixed(abs(number), 1)
            return language == .zh
                ? "\(number > 0 ? "提高" : "下降") \(size) 个百分点" : "\(number > 0 ? "up" : "down") \(size) percentage points"
        }
        if number == 0 { return language == .zh ? "持平" : "unchanged" }
        if value.flags.contains(.baseZero) {
            let size = level(number, value.exact, indicator.unit)
            return language == .zh ? "由零增加 \(size) \(indicator.unit.rawValue)" : "up from zero by \(size)"
        }
        guard let percent = change.percent else { return nil }
        if abs(percent) < 0.05 { return language == .zh ? "持平" : "unchanged" }
        let size = DecimalText.fixed(abs(percent), 1) + "%"
        return language == .zh ? "\(number > 0 ? "增长" : "下降") \(size)" : "\(number > 0 ? "up" : "down") \(size)"
    }

    /// A count in running text: `3,153`, from 10 万 `44.7 万` in Chinese; English always whole.
    package func prose(_ value: ExactDecimal) -> String {
        let number = value.double
        guard language == .zh, abs(number) >= 100_000 else { return DecimalText.grouped(value) }
        return abs(number) < 100_000_000
            ? DecimalText.fixed(number / 10_000, 1) + " 万" : DecimalText.fixed(number / 100_000_000, 2) + " 亿"
    }
}
