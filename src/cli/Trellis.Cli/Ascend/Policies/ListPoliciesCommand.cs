using Trellis.Ascend;

namespace Trellis.Cli.Ascend.Policies;

/// <summary><c>policies list</c>.</summary>
internal sealed class ListPoliciesCommand : AscendCommand
{
    public ListPoliciesCommand(CliHost host)
        : base(host, "list", "List the policies", AscendCredential.Either) =>
        Examples = ["", "--output json | jq '.policies[] | {id, policy_name, policy_action}'"];

    protected override async Task<int> RunAsync(AscendClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var list = await client.Policies.ListAsync(cancellationToken).ConfigureAwait(false);
        AnswerOutput.Write(
            input.Host, format, PrintedPolicies.Of(list), AscendJsonContext.Default.PrintedPolicies, PolicyTable.Of);
        return ExitCodes.Success;
    }
}
