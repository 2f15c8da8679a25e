using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Schema;

/// <summary>The schema of the platform, in steps. They come after those of the kernel.</summary>
internal static class AscendMigrations
{
    /// <summary>The steps, in order.</summary>
    public static IReadOnlyList<Migration> All { get; } =
    [
        CoreMigration.Step,
        RegistryMigration.Step,
        WorkflowMigration.Step,
        CatalogueMigration.Step,
        RulesMigration.Step,
        SigningMigration.Step,
        OutputFilterMigration.Step,
    ];
}
