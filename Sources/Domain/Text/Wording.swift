/// Numbers as Vietnamese writes them: dots between thousands, a comma before the fraction (requirement 67).
package enum Wording {
    /// `1.234`.
    package static func number(_ value: Int) -> String {
        let digits = String(value.magnitude)
        return (value < 0 ? "-" : "") + grouped(digits)
    }

    /// `1.234,5`: rounded half away from zero to a number of decimals (0 to 6), trailing zeros kept. `nil` for what is no
    /// number or too large to print.
    package static func number(_ value: Double, decimals: Int) -> String? {
        let places = min(max(decimals, 0), 6)
        let scale = power(places)
        guard let scaled = Int(exactly: (value * Double(scale)).rounded(.toNearestOrAwayFromZero)) else { return nil }
        return fraction(scaled, places: places)
    }

    /// A share of a whole in percent, computed in whole numbers and rounded half up: `12,5%`. `nil` when the whole is 0, for
    /// which a report prints "không phát sinh" or 0 as its own rule says (brief §2.2).
    package static func percent(_ part: Int, of whole: Int, decimals: Int = 1) -> String? {
        guard whole > 0, part >= 0 else { return nil }
        let places = min(max(decimals, 0), 6)
        let (product, overflow) = part.multipliedReportingOverflow(by: 200 * power(places))
        guard !overflow else { return nil }
        return fraction((product / whole + 1) / 2, places: places) + "%"
    }

    private static func fraction(_ scaled: Int, places: Int) -> String {
        let sign = scaled < 0 ? "-" : ""
        let digits = padded(scaled.magnitude, places + 1)
        guard places > 0 else { return sign + grouped(digits) }
        return sign + grouped(String(digits.dropLast(places))) + "," + digits.suffix(places)
    }

    private static func padded(_ value: UInt, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }

    private static func grouped(_ digits: String) -> String {
        var text = ""
        let count = digits.utf8.count
        for (index, digit) in digits.unicodeScalars.enumerated() {
            if index > 0, (count - index) % 3 == 0 { text += "." }
            text.unicodeScalars.append(digit)
        }
        return text
    }

    private static func power(_ places: Int) -> Int { (0..<places).reduce(1) { power, _ in power * 10 } }
}
