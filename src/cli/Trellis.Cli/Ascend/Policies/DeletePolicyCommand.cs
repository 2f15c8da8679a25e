using Trellis.Ascend;

namespace Trellis.Cli.Ascend.Policies;

/// <summary><c>policies delete</c>.</summary>
internal sealed class DeletePolicyCommand : AscendCommand
{
    private readonly TextArgument _id = new("policy-id", "The policy, by the id that 'policies list' prints");

    public DeletePolicyCommand(CliHost host)
        : base(host, "delete", "Delete a policy. Takes a person's token. Always prints JSON", AscendCredential.Either)
    {
        Add(_id);
        Examples = ["3"];
    }

    protected override async Task<int> RunAsync(AscendClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var answer = await client.Policies.DeleteAsync(_id.Read(input), cancellationToken).ConfigureAwait(false);
        JsonOutput.Write(input.Host.Output, answer, AscendJsonContext.Default.JsonObject);
        return ExitCodes.Success;
    }
}
