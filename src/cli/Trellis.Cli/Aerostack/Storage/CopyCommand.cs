using Trellis.Aerostack;

namespace Trellis.Cli.Aerostack.Storage;

/// <summary><c>storage cp</c>.</summary>
internal sealed class CopyCommand(CliHost host) : TransferCommand(host, "cp", "Copy a file within the project")
{
    protected override Task<StorageTransfer> TransferAsync(AerostackStorage storage, string from, string to, CancellationToken cancellationToken) =>
        storage.CopyAsync(from, to, cancellationToken: cancellationToken);
}
