import Foundation
import Testing

/// How the sources are written.
@Suite struct WritingTests {
    static let sources = (try? SourceTree().swiftFiles(in: "Sources")) ?? []
    static let tests = (try? SourceTree().swiftFiles(in: "Tests")) ?? []

    @Test func thereAreSources() {
        #expect(Self.sources.count > 50)
    }

    @Test func aFileCanBeReadInOneGo() {
        for file in Self.sources + Self.tests {
            #expect(file.lines.count <= 300, "\(file.path) has \(file.lines.count) lines")
        }
    }

    @Test func aLineFitsTheScreen() {
        for file in Self.sources {
            for (number, line) in file.lines.enumerated() where line.utf8.count > 150 { #expect(line.count <= 150, "\(file.path):\(number + 1)") }
        }
    }

    @Test func aFunctionFitsTheScreen() {
        for file in Self.sources {
            for (name, length) in Functions.lengths(in: file) { #expect(length <= 50, "\(file.path): \(name) has \(length) lines") }
        }
    }

    /// Words for shortcuts, with the files where they are owed.
    static let shortcuts: [(word: String, allowed: Set<String>)] = [
        ("try!", []), (" as! ", []), ("@unchecked Sendable", []), ("nonisolated(unsafe)", []), ("fatalError(", []),
        ("Task.detached", []), ("@_exported", []), ("TODO", []), ("FIXME", []), ("preconditionFailure(", []),
        ("Date()", ["Sources/Commands/RealWorld.swift", "Sources/Simulators"]),
        ("UUID()", ["Sources/Simulators"]),
        ("SystemRandomNumberGenerator", ["Sources/Commands/RealWorld.swift", "Sources/Simulators"]),
    ]

    @Test(arguments: shortcuts.map(\.word)) func noShortcutIsTaken(word: String) {
        let allowed = Self.shortcuts.first { $0.word == word }?.allowed ?? []
        for file in Self.sources where file.text.contains(word) && !allowed.contains(where: file.path.hasPrefix) {
            for (number, line) in file.code.enumerated() { #expect(!line.contains(word), "\(file.path), code line \(number + 1): \(line)") }
        }
    }

    @Test func nothingIsPublicBeyondThePackage() {
        for file in Self.sources where file.text.contains("public ") {
            for line in file.code { #expect(!line.drop { $0 == " " }.hasPrefix("public "), "\(file.path): \(line)") }
        }
    }

    @Test func noFileHidesBehindANameThatSaysNothing() {
        for file in Self.sources {
            let name = file.path.split(separator: "/").last.map { $0.dropLast(6) } ?? ""
            for word in ["Manager", "Helper", "Helpers", "Util", "Utils", "Service", "Services", "V2"] {
                #expect(!name.hasSuffix(word), "\(file.path)")
            }
        }
    }

    @Test func noPlaceIsWrittenIntoTheProgram() {
        let places = ["Bắc Ninh", "Bắc Giang", "Bình Dương", "Hà Nội", "Hồ Chí Minh", "Kinh Nam"]
        for file in Self.sources where file.target != "Demonstration" {
            for place in places where file.text.contains(place) {
                for line in file.code { #expect(!line.contains(place), "\(file.path): \(line)") }
            }
        }
    }

    @Test func everyPackageDeclarationOfATypeSaysWhatItIs() {
        for file in Self.sources {
            let lines = file.lines
            for (number, line) in lines.enumerated() where number > 0 {
                let words = line.split(separator: " ")
                guard line.hasPrefix("package "), words.count > 2, ["struct", "enum", "class", "actor", "protocol"].contains(words[1])
                        || (words[1] == "final" && words[2] == "class")
                else { continue }
                let above = lines[number - 1].drop { $0 == " " }
                #expect(above.hasPrefix("///") || above.hasPrefix("@"), "\(file.path): \(line)")
            }
        }
    }
}

/// Functions by name with their number of lines, told by indentation: the house's sources are formatted evenly.
enum Functions {
    static func lengths(in file: SourceFile) -> [(name: String, length: Int)] {
        var found: [(String, Int)] = []
        let lines = file.lines
        for (start, line) in lines.enumerated() {
            let indent = line.prefix { $0 == " " }.count
            guard let at = line.range(of: "func "), line.hasSuffix("{") else { continue }
            let closing = String(repeating: " ", count: indent) + "}"
            guard let length = lines[start...].firstIndex(where: { $0 == closing[...] }).map({ $0 - start + 1 }) else { continue }
            found.append((String(line[at.upperBound...].prefix { $0 != "(" && $0 != "<" }), length))
        }
        return found
    }
}
