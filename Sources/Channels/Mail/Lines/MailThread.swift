import NIOPosix

/// The thread on which a mail connection blocks: never one of those that the program shares.
final class MailThread: SerialExecutor {
    private let pool = NIOThreadPool(numberOfThreads: 1)

    init() { pool.start() }

    deinit { pool.shutdownGracefully { _ in } }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        pool.submit { [executor = asUnownedSerialExecutor()] _ in job.runSynchronously(on: executor) }
    }
}
