using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Tests.Storage;

/// <summary>The suite on SQLite, in a folder of its own per test, and what SQLite alone does.</summary>
public sealed partial class SqliteStoreTests : StoreSuite
{
    private readonly string _folder = Directory.CreateTempSubdirectory("trellis-store-").FullName;

    private string DatabasePath => Path.Combine(_folder, "trellis.db");

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    protected override StoreOptions Options() => StoreOptions.For(DatabasePath);
}
