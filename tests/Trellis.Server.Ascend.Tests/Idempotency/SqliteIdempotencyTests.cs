using System.Text;
using Trellis.Server.Ascend.Tests.Support;

namespace Trellis.Server.Ascend.Tests.Idempotency;

/// <summary>The suite on SQLite.</summary>
public sealed class SqliteIdempotencyTests : IdempotencySuite
{
    private readonly string _folder = Directory.CreateTempSubdirectory("trellis-idempotency-").FullName;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private protected override ValueTask<ServerSetup> SetupAsync() => new(new ServerSetup { DataDirectory = _folder });

    private protected override async Task<string> KeptAsync()
    {
        var kept = new StringBuilder();
        foreach (var path in Directory.GetFiles(_folder, "*.db*"))
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(file, Encoding.Latin1);
            kept.Append(await reader.ReadToEndAsync(AscendServer.Cancellation));
        }

        return kept.ToString();
    }
}
