using System.CommandLine;
using Trellis.Ascend;

namespace Trellis.Cli.Ascend.KillSwitch;

/// <summary>What turning the switch takes: why, and whose it is.</summary>
internal sealed class KillSwitchSettings
{
    private const string KeyHealthPath = "/api/sdk/health";

    private readonly Setting<string?> _reason = new(
        "--reason", "TRELLIS_ASCEND_REASON", "TEXT", "Why, in at least 10 characters (required)", SettingFormats.Text);

    private readonly Setting<int> _organization = new(
        "--organization", "ASCEND_ORGANIZATION_ID", "ID", "The organisation (default: the one of the token, where the server tells it)",
        SettingFormats.WholeNumber(1, int.MaxValue));

    public void AddTo(Command command)
    {
        command.Add(_reason);
        command.Add(_organization);
    }

    /// <summary>The reason, which has to be there.</summary>
    /// <exception cref="UsageException">It is not.</exception>
    public string Reason(CommandInput input) => _reason.ReadRequired(input)!;

    /// <summary>The organisation.</summary>
    /// <exception cref="UsageException">Neither the caller nor the server tells it.</exception>
    public async Task<long> OrganizationAsync(AscendClient client, CommandInput input, CancellationToken cancellationToken)
    {
        if (_organization.Read(input, 0) is > 0 and var given)
        {
            return given;
        }

        var health = await client.RequestAsync(HttpMethod.Get, KeyHealthPath, cancellationToken: cancellationToken).ConfigureAwait(false);
        return long.TryParse(health["organization_id"]?.ToString(), out var own)
            ? own
            : throw new UsageException($"The server does not tell the token's organisation. Give {_organization.Name}.");
    }
}
