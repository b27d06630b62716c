package import Testing

/// Runs every test of a suite once on each engine: offices that are opened in it take the engine whose turn it is. What goes wrong
/// names the engine.
package struct EachEngine: SuiteTrait, TestTrait, TestScoping {
    package var isRecursive: Bool { true }

    package func provideScope(for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void) async throws {
        for engine in Engine.available {
            let naming = IssueHandlingTrait.compactMapIssues { issue in
                var issue = issue
                issue.comments.append("on \(engine.rawValue)")
                return issue
            }
            try await naming.provideScope(for: test, testCase: testCase) {
                do {
                    try await Engine.$current.withValue(engine) {
                        try await Databases().provideScope(for: test, testCase: testCase, performing: function)
                    }
                } catch is ExpectationFailedError {
                    // Recorded where it stands; the next engine has its turn all the same.
                } catch {
                    Issue.record(error)
                }
            }
        }
    }
}

extension Trait where Self == EachEngine {
    package static var eachEngine: EachEngine { EachEngine() }
}
