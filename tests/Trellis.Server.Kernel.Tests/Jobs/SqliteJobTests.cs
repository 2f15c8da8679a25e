using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Tests.Jobs;

/// <summary>The suite on SQLite, in a folder of its own per test.</summary>
public sealed class SqliteJobTests : JobSuite
{
    private readonly string _folder = Directory.CreateTempSubdirectory("trellis-jobs-").FullName;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    protected override StoreOptions Options() => StoreOptions.For(Path.Combine(_folder, "trellis.db"));
}
