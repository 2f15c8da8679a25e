using Trellis.Akshi;

namespace Trellis.Cli.Akshi.Grants;

/// <summary><c>grants list</c>.</summary>
internal sealed class ListGrantsCommand : AkshiCommand
{
    private const string Active = "active";

    private readonly Setting<string> _status = new(
        "--status", "TRELLIS_AKSHI_GRANT_STATUS", "active|revoked|expired|all", "Which ones (default: active)",
        SettingFormats.Choice((Active, Active), ("revoked", "revoked"), ("expired", "expired"), ("all", "all")));

    private readonly Setting<string?> _agent = new("--agent", "TRELLIS_AKSHI_AGENT", "NAME", "Of this agent alone", SettingFormats.Text);

    private readonly WatchSettings _watch = new();

    public ListGrantsCommand(CliHost host)
        : base(host, "list", "List which secrets agents may use; the secrets themselves are never shown")
    {
        Add(_status);
        Add(_agent);
        _watch.AddTo(this);
        Examples = ["", "--status all --agent researcher", "--output json | jq -r '.[].id'"];
    }

    protected override async Task<int> RunAsync(AkshiClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var status = _status.Read(input, Active);
        var agent = _agent.Read(input, null);
        await _watch
            .RunAsync(
                input, format, AkshiJsonContext.Default.IReadOnlyListBrokerGrant, ToTable,
                token => client.BrokerGrantsAsync(status == Active ? null : status, agent, token), cancellationToken)
            .ConfigureAwait(false);
        return ExitCodes.Success;
    }

    private static Table ToTable(IReadOnlyList<BrokerGrant> grants)
    {
        var table = new Table("Grants", new("Id"), new("Agent"), new("Domain"), new("Secret"), new("Granted"), new("Expires"), new("Revoked"), new("Status"));
        foreach (var grant in grants)
        {
            table.Add(
                grant.Id,
                grant.Agent,
                grant.Domain,
                grant.SecretName,
                Timestamp.ForTable(grant.GrantedAt),
                Timestamp.ForTable(grant.ExpiresAt),
                Timestamp.ForTable(grant.RevokedAt),
                grant.Status?.ToString());
        }

        return table;
    }
}
