using Trellis.Akshi;

namespace Trellis.Cli.Akshi.Grants;

/// <summary><c>grants restore</c>.</summary>
internal sealed class RestoreGrantCommand : AkshiCommand
{
    private readonly TextArgument _agent = new("agent", "The agent");
    private readonly TextArgument _domain = new("domain", "What the secret is for");

    public RestoreGrantCommand(CliHost host)
        : base(host, "restore", "Give a secret back to an agent that it was taken from")
    {
        Add(_agent);
        Add(_domain);
        Examples = ["researcher anthropic"];
    }

    protected override async Task<int> RunAsync(AkshiClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken) =>
        GrantOutput.Write(
            input.Host, format, await client.Grants.RestoreAsync(_agent.Read(input), _domain.Read(input), cancellationToken).ConfigureAwait(false));
}
