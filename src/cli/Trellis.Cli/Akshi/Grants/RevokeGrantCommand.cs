using Trellis.Akshi;

namespace Trellis.Cli.Akshi.Grants;

/// <summary><c>grants revoke</c>.</summary>
internal sealed class RevokeGrantCommand : AkshiCommand
{
    private readonly TextArgument _grant = new("grant", "The grant, by the id that 'grants list' prints; or its agent, with the domain behind it");
    private readonly OptionalTextArgument _domain = new("domain", "What the secret is for, when the agent is given");

    public RevokeGrantCommand(CliHost host)
        : base(host, "revoke", "Take a secret away from an agent, at once")
    {
        Add(_grant);
        Add(_domain);
        Examples = ["7b0c4f0e-2d0b-4a54-9a38-1d9b1d3c2f10", "researcher anthropic"];
    }

    protected override async Task<int> RunAsync(AkshiClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var grant = _grant.Read(input);
        var change = _domain.Read(input) is { } domain
            ? await client.Grants.RevokeAsync(grant, domain, cancellationToken).ConfigureAwait(false)
            : await client.RevokeBrokerGrantAsync(grant, cancellationToken).ConfigureAwait(false);
        return GrantOutput.Write(input.Host, format, change);
    }
}
