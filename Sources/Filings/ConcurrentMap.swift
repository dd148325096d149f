import Dispatch
import Synchronization

/// Work on several threads whose results stand in order.
package enum ConcurrentMap {
    /// The values of `body` for 0, 1 ..., which as many threads as `jobs` take from a shared counter.
    package static func values<Value: Sendable>(
        count: Int, jobs: Int, _ body: @Sendable (Int) -> Value
    ) -> [Value] {
        [Value](unsafeUninitializedCapacity: count) { buffer, filled in
            // Each index is taken once, and all are when the work is done.
            nonisolated(unsafe) let slots = buffer
            let next = Atomic(0)
            DispatchQueue.concurrentPerform(iterations: max(1, min(jobs, count))) { _ in
                while true {
                    let index = next.add(1, ordering: .relaxed).oldValue
                    guard index < count else { return }
                    slots.initializeElement(at: index, to: body(index))
                }
            }
            filled = count
        }
    }
}
