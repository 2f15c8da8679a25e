using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Schema;

/// <summary>The schema of the platform, in steps. They come after those of the kernel.</summary>
internal static class AkshiMigrations
{
    /// <summary>The steps, in order.</summary>
    public static IReadOnlyList<Migration> All { get; } =
    [
        TokenMigration.Step,
        BrokerMigration.Step,
        AgentMigration.Step,
        FindingMigration.Step,
        TaskMigration.Step,
        ReceiptMigration.Step,
        JournalMigration.Step,
        PackageMigration.Step,
    ];
}
