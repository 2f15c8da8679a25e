using Trellis.Aerostack;

namespace Trellis.Cli.Aerostack.Storage;

/// <summary><c>storage mv</c>.</summary>
internal sealed class MoveCommand(CliHost host) : TransferCommand(host, "mv", "Give a file another key")
{
    protected override Task<StorageTransfer> TransferAsync(AerostackStorage storage, string from, string to, CancellationToken cancellationToken) =>
        storage.MoveAsync(from, to, cancellationToken: cancellationToken);
}
