import Documents
import Domain

/// The drawing of the state machine: a box for each state, an arrow for each way that a step leads, bent around the boxes that lie
/// between. Where a box stands is the only thing that is set here.
struct ProcessDrawing: Sendable {
    static let whole = ProcessDrawing()

    private var arrows: [Arrow] = []

    private struct Arrow: Sendable {
        var from: Point
        var bend: Point
        var to: Point
        /// Where its numbers stand.
        var label: Point
        var numbers: [Int]
        var words: String
    }

    private init() {
        for (way, sheets) in Self.ways() {
            let bend = Self.bend(way.from, way.to)
            let (start, end) = (Self.center(way.from), Self.center(way.to))
            let numbers = sheets.map(\.number)
            let taken = arrows.map(\.label)
            let places = [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73].map { Point.on(start, bend, end, at: $0) }
            let free = places.first { place in taken.allSatisfy { $0.distance(to: place) > 30 } } ?? places[0]
            arrows.append(
                Arrow(
                    from: Self.border(of: way.from, towards: bend), bend: bend, to: Self.border(of: way.to, towards: bend), label: free,
                    numbers: numbers,
                    words: "\(Terms.name(way.from)) → \(Terms.name(way.to)): \(sheets.map { Terms.action($0.step) }.joined(separator: "; "))"))
        }
    }

    private struct Way: Hashable {
        var from: CaseState
        var to: CaseState
    }

    /// Every way from one state to another, with the steps that lead along it by their number in the table.
    private static func ways() -> [(way: Way, sheets: [(number: Int, step: Permission)])] {
        var found: [Way: [(number: Int, step: Permission)]] = [:]
        for (index, sheet) in StepSheet.all.enumerated() {
            for from in sheet.from {
                for to in sheet.leadsTo.states where to != from { found[Way(from: from, to: to), default: []].append((index + 1, sheet.step)) }
            }
        }
        let order = CaseState.allCases
        return order.flatMap { from in
            order.compactMap { to in found[Way(from: from, to: to)].map { (Way(from: from, to: to), $0) } }
        }
    }

    // Places. The way of most cases runs from left to right in the middle row; above it what goes up, below it what leaves.

    private static func center(_ state: CaseState) -> Point {
        let (column, row): (Double, Double) =
            switch state {
            case .received: (0, 1)
            case .diagnosing: (1, 1)
            case .handling: (2, 1)
            case .approving: (3, 1)
            case .answered: (4, 1)
            case .escalated: (2.5, 0)
            case .declined: (0, 2)
            case .transferred: (1, 2)
            case .referred: (3, 2)
            }
        return Point(x: 100 + column * 225, y: 130 + row * 165)
    }

    private static let halfWidth = 82.0
    private static let halfHeight = 27.0

    /// A bend that keeps an arrow clear of the boxes between; each way a little to its own side, so that there and back are two lines.
    private static func bend(_ from: CaseState, _ to: CaseState) -> Point {
        let (start, end) = (center(from), center(to))
        let (across, length) = (Point(x: start.y - end.y, y: end.x - start.x), max(start.distance(to: end), 1))
        let others = CaseState.allCases.filter { $0 != from && $0 != to }.map(center)
        func point(_ offset: Double) -> Point {
            Point(x: (start.x + end.x) / 2 + across.x / length * offset, y: (start.y + end.y) / 2 + across.y / length * offset)
        }
        for offset in [28.0, -28, 80, -80, 140, -140, 200, -200, 260, -260, 320, -320, 380, -380, 440, -440] {
            let line = (1..<40).map { Point.on(start, point(offset), end, at: Double($0) / 40) }
            let isClear = line.allSatisfy { dot in
                dot.y > 14 && others.allSatisfy { abs($0.x - dot.x) > halfWidth + 8 || abs($0.y - dot.y) > halfHeight + 8 }
            }
            if isClear { return point(offset) }
        }
        return point(28)
    }

    /// Where the line to a point leaves the box of a state.
    private static func border(of state: CaseState, towards other: Point) -> Point {
        let own = center(state)
        let (x, y) = (other.x - own.x, other.y - own.y)
        let scale = min(x == 0 ? .infinity : halfWidth / abs(x), y == 0 ? .infinity : halfHeight / abs(y))
        return scale.isFinite ? Point(x: own.x + x * scale, y: own.y + y * scale) : own
    }
}

extension ProcessDrawing {
    /// The drawing as markup; its words stand in the table of steps too.
    var svg: HTML {
        """
        <div class="process" role="region" tabindex="0" aria-label="Sơ đồ trạng thái">
        <svg viewBox="0 0 1100 530" role="img" aria-labelledby="so-do-ten so-do-ta">
        <title id="so-do-ten">Sơ đồ trạng thái của hồ sơ</title>
        <desc id="so-do-ta">\(each(arrows) { "\($0.words). " })</desc>
        <defs><marker id="mui-ten" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">\
        <path class="head" d="M0 0 8 4 0 8Z"></path></marker></defs>
        \(each(arrows) { arrow in
            """
            <path class="way" marker-end="url(#mui-ten)" d="M\(arrow.from.text) Q\(arrow.bend.text) \(arrow.to.text)"></path>

            """
        })\(each(CaseState.allCases, box))\(each(arrows, label))</svg></div>
        """
    }

    private func box(_ state: CaseState) -> HTML {
        let place = Self.center(state)
        let corner = Point(x: place.x - Self.halfWidth, y: place.y - Self.halfHeight)
        let words = Self.lines(Terms.name(state))
        return """
            <rect class="\(state.isOpen ? "open" : "ended")" x="\(corner.x.text)" y="\(corner.y.text)" \
            width="\((Self.halfWidth * 2).text)" height="\((Self.halfHeight * 2).text)" rx="4"></rect>
            \(each(words.enumerated()) { index, line in
                let y = place.y + 5 + (Double(index) - Double(words.count - 1) / 2) * 17
                return "<text class=\"state\" x=\"\(place.x.text)\" y=\"\(y.text)\">\(line)</text>\n"
            })
            """
    }

    private func label(_ arrow: Arrow) -> HTML {
        let text = arrow.numbers.map { String($0) }.joined(separator: ", ")
        let half = 9 + Double(text.utf8.count) * 3.5
        return """
            <g><title>\(arrow.words)</title><rect class="number" x="\((arrow.label.x - half).text)" y="\((arrow.label.y - 11).text)" \
            width="\((half * 2).text)" height="22" rx="11"></rect>\
            <text class="number" x="\(arrow.label.x.text)" y="\((arrow.label.y + 5).text)">\(text)</text></g>

            """
    }

    /// The name of a state on one line or two.
    private static func lines(_ name: String) -> [String] {
        guard name.count > 18 else { return [name] }
        let words = name.split(separator: " ")
        let first = words.prefix((words.count + 1) / 2).joined(separator: " ")
        return [first, words.dropFirst((words.count + 1) / 2).joined(separator: " ")]
    }
}

/// A point of the drawing.
private struct Point: Sendable {
    var x: Double
    var y: Double

    var text: String { "\(x.text) \(y.text)" }

    func distance(to other: Point) -> Double { ((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)).squareRoot() }

    /// A point on the curve that leaves `start` for `bend` and arrives at `end`.
    static func on(_ start: Point, _ bend: Point, _ end: Point, at t: Double) -> Point {
        let (a, b, c) = ((1 - t) * (1 - t), 2 * t * (1 - t), t * t)
        return Point(x: a * start.x + b * bend.x + c * end.x, y: a * start.y + b * bend.y + c * end.y)
    }
}

extension Double {
    /// With one digit behind the point.
    fileprivate var text: String { String((self * 10).rounded() / 10) }
}
