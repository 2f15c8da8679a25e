using Trellis.Server.Aerostack.Auth;
using Trellis.Server.Aerostack.Collections;
using Trellis.Server.Aerostack.Queue;
using Trellis.Server.Aerostack.Realtime;
using Trellis.Server.Aerostack.Search;
using Trellis.Server.Aerostack.Storage;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Schema;

/// <summary>The schema of the platform, in steps. They come after those of the kernel.</summary>
internal static class AerostackMigrations
{
    /// <summary>The steps, in order.</summary>
    public static IReadOnlyList<Migration> All { get; } =
    [
        ProjectMigration.Step,
        CacheMigration.Step,
        ServiceMigration.Step,
        GatewayMigration.Step,
        QueueMigration.Step,
        StorageMigration.Step,
        AuthMigration.Step,
        RealtimeMigration.Step,
        SearchMigration.Step,
        CollectionMigration.Step,
    ];
}
