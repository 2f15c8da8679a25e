using System.CommandLine;

namespace Trellis.Cli.Askii.Keys;

/// <summary><c>keys</c>.</summary>
internal sealed class KeysGroup : Command
{
    public KeysGroup(CliHost host)
        : base("keys", "Provision, inspect and revoke keys")
    {
        Add(new ListKeysCommand(host));
        Add(new ProvisionKeyCommand(host));
        Add(new RevokeKeyCommand(host));
        Add(new GetKeyConfigCommand(host));
        Add(new UpdateKeyModelCommand(host));
    }
}
