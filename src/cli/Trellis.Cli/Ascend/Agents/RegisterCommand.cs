using Trellis.Ascend;

namespace Trellis.Cli.Ascend.Agents;

/// <summary><c>register</c>.</summary>
internal sealed class RegisterCommand : AscendCommand
{
    private const int NotGiven = -1;

    private readonly Setting<string?> _agentType = new(
        "--agent-type", "TRELLIS_ASCEND_AGENT_TYPE", "TYPE",
        $"supervised, autonomous, advisory, mcp_server, custom, or a word of your own (default: {AscendDefaults.AgentType})", SettingFormats.Text);

    private readonly Setting<string?> _description = new(
        "--description", "TRELLIS_ASCEND_DESCRIPTION", "TEXT", "What it is for", SettingFormats.Text);

    private readonly ListSetting _capabilities = new(
        "--capability", "-c", "TRELLIS_ASCEND_CAPABILITIES", "ACTION", "Something it can do, such as database.query; repeat it for more");

    private readonly ListSetting _allowedResources = new(
        "--allowed-resource", "-a", "TRELLIS_ASCEND_ALLOWED_RESOURCES", "PATTERN", "Something it may act upon; * is any text");

    private readonly ListSetting _blockedResources = new(
        "--blocked-resource", "-b", "TRELLIS_ASCEND_BLOCKED_RESOURCES", "PATTERN", "Something it must not act upon; * is any text");

    private readonly Setting<int> _autoApproveBelow = new(
        "--auto-approve-below", "TRELLIS_ASCEND_AUTO_APPROVE_BELOW", "SCORE", "The risk below which no person is asked, from 0 to 100",
        SettingFormats.WholeNumber(0, 100));

    private readonly Setting<int> _maxRisk = new(
        "--max-risk", "TRELLIS_ASCEND_MAX_RISK", "SCORE", "The risk from which on a person has to decide, from 0 to 100",
        SettingFormats.WholeNumber(0, 100));

    private readonly JsonSetting _metadata = new("--metadata", "TRELLIS_ASCEND_METADATA", "Whatever else there is to say");

    public RegisterCommand(CliHost host)
        : base(host, "register", "Register the agent. Registering it again is no error", AscendCredential.Agent)
    {
        Add(_agentType);
        Add(_description);
        Add(_capabilities);
        Add(_allowedResources);
        Add(_blockedResources);
        Add(_autoApproveBelow);
        Add(_maxRisk);
        Add(_metadata);
        Examples = ["--agent-id refund-agent", "--agent-id refund-agent -c payment.refund -a 'orders/*' --max-risk 70"];
    }

    protected override async Task<int> RunAsync(AscendClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var registration = new AgentRegistration
        {
            AgentType = _agentType.Read(input, AscendDefaults.AgentType)!,
            Description = _description.Read(input, null),
            Capabilities = _capabilities.Read(input) ?? [],
            AllowedResources = _allowedResources.Read(input) ?? [],
            BlockedResources = _blockedResources.Read(input),
            AutoApproveBelow = Score(_autoApproveBelow, input),
            MaxRiskThreshold = Score(_maxRisk, input),
            Metadata = await _metadata.ReadAsync(input, cancellationToken).ConfigureAwait(false),
        };
        var agent = await client.RegisterAsync(registration, cancellationToken).ConfigureAwait(false);
        AnswerOutput.Write(input.Host, format, agent, AscendJsonContext.Default.RegisteredAgent, ToTable);
        return ExitCodes.Success;
    }

    private static int? Score(Setting<int> setting, CommandInput input) =>
        setting.Read(input, NotGiven) is var score and not NotGiven ? score : null;

    private static Table ToTable(RegisteredAgent agent)
    {
        var table = new Table($"Agent {agent.AgentId}", new("Field"), new("Value"));
        table.Add("status", agent.Status);
        table.Add("trust level", agent.TrustLevel);
        table.Add("capabilities", string.Join(", ", agent.Capabilities));
        table.Add("registered at", Timestamp.ForTable(agent.RegisteredAt));
        return table;
    }
}
