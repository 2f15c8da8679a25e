using Trellis.Ascend;

namespace Trellis.Cli.Ascend.Policies;

/// <summary><c>policies put</c>. The policy goes as it was given, so that the server can refuse what it does not understand.</summary>
internal sealed class PutPolicyCommand : AscendCommand
{
    private const string Path = "/api/governance/policies";

    private readonly JsonSetting _policy = new(
        "--policy", "TRELLIS_ASCEND_POLICY", "The policy: policy_name, policy_action, conditions, priority, ... (required)");

    private readonly Setting<string?> _id = new(
        "--id", "TRELLIS_ASCEND_POLICY_ID", "ID", "The policy to replace (default: the one of the same name)", SettingFormats.Text);

    public PutPolicyCommand(CliHost host)
        : base(host, "put", "Make a policy, or replace the one of the same id or name. Takes a person's token", AscendCredential.Either)
    {
        Add(_policy);
        Add(_id);
        Examples =
        [
            "--policy '{\"policy_name\": \"big refunds\", \"policy_action\": \"require_approval\", \"conditions\": {\"amount_above\": 200}}'",
            "--policy @refunds.json",
            "--id 3 --policy - < refunds.json",
        ];
    }

    protected override async Task<int> RunAsync(AscendClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var policy = await _policy.ReadRequiredAsync(input, cancellationToken).ConfigureAwait(false);
        var id = _id.Read(input, null)
            ?? policy["id"]?.ToString()
            ?? await FindAsync(client, policy["policy_name"]?.ToString(), cancellationToken).ConfigureAwait(false);
        policy.Remove("id");
        var stored = id is null
            ? await client.RequestAsync(HttpMethod.Post, Path, policy, cancellationToken: cancellationToken).ConfigureAwait(false)
            : await client
                .RequestAsync(HttpMethod.Put, $"{Path}/{Uri.EscapeDataString(id)}", policy, cancellationToken: cancellationToken)
                .ConfigureAwait(false);
        AnswerOutput.Write(input.Host, format, stored, AscendJsonContext.Default.JsonObject, PolicyTable.Of);
        return ExitCodes.Success;
    }

    private static async Task<string?> FindAsync(AscendClient client, string? name, CancellationToken cancellationToken)
    {
        var list = await client.Policies.ListAsync(cancellationToken).ConfigureAwait(false);
        return list.Policies.FirstOrDefault(policy => policy.PolicyName == name)?.Id;
    }
}
