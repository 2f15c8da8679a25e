using Trellis.Ascend;

namespace Trellis.Cli.Ascend.Actions;

/// <summary><c>evaluate</c>.</summary>
internal sealed class EvaluateCommand : AscendCommand
{
    private readonly Setting<string?> _actionType = new(
        "--action-type", "TRELLIS_ASCEND_ACTION_TYPE", "TYPE", "The kind of action, such as database.query (required)", SettingFormats.Text);

    private readonly Setting<string?> _resource = new(
        "--resource", "TRELLIS_ASCEND_RESOURCE", "RESOURCE", "What is acted upon (required)", SettingFormats.Text);

    private readonly Setting<string?> _resourceId = new(
        "--resource-id", "TRELLIS_ASCEND_RESOURCE_ID", "ID", "Which one of them", SettingFormats.Text);

    private readonly JsonSetting _parameters = new("--parameters", "TRELLIS_ASCEND_PARAMETERS", "The arguments of the action");

    private readonly JsonSetting _context = new("--context", "TRELLIS_ASCEND_CONTEXT", "The circumstances");

    private readonly JsonSetting _indicators = new(
        "--risk-indicators", "TRELLIS_ASCEND_RISK_INDICATORS", "What is known to make it more or less dangerous");

    private readonly Setting<string?> _mcpServer = new(
        "--mcp-server", "TRELLIS_ASCEND_MCP_SERVER", "NAME", "The MCP server whose tool is called", SettingFormats.Text);

    private readonly Setting<string?> _model = new(
        "--model", "TRELLIS_ASCEND_MODEL", "MODEL", "The model that decided to act", SettingFormats.Text);

    private readonly Setting<string?> _idempotencyKey = new(
        "--idempotency-key", "TRELLIS_ASCEND_IDEMPOTENCY_KEY", "KEY",
        "The same key within a day gives the same decision, also from another process", SettingFormats.Text);

    private readonly SwitchSetting _requireApproval = new(
        "require-approval", "TRELLIS_ASCEND_REQUIRE_APPROVAL", "Have a person decide in any case", "Leave that to the policies (default)");

    private readonly SwitchSetting _wait = new(
        "wait", "TRELLIS_ASCEND_WAIT", "Wait while a person has to decide", "Exit with 11 then (default)");

    private readonly Setting<TimeSpan?> _timeout = DecisionSettings.Timeout();

    public EvaluateCommand(CliHost host)
        : base(
            host, "evaluate", "Have an action evaluated before it is carried out. Exit code 0: allowed, 10: denied, 11: pending", AscendCredential.Agent)
    {
        Add(_actionType);
        Add(_resource);
        Add(_resourceId);
        Add(_parameters);
        Add(_context);
        Add(_indicators);
        Add(_mcpServer);
        Add(_model);
        Add(_idempotencyKey);
        _requireApproval.AddTo(this);
        _wait.AddTo(this);
        Add(_timeout);
        Examples =
        [
            "--action-type database.query --resource customers --parameters '{\"sql\": \"select 1\"}'",
            "--action-type payment.refund --resource orders --parameters @refund.json --wait --timeout 300",
            "--action-type file.delete --resource /srv/reports && rm -r /srv/reports",
        ];
    }

    protected override async Task<int> RunAsync(AscendClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var action = new AgentAction
        {
            ActionType = _actionType.ReadRequired(input)!,
            Resource = _resource.ReadRequired(input)!,
            ResourceId = _resourceId.Read(input, null),
            Parameters = await _parameters.ReadAsync(input, cancellationToken).ConfigureAwait(false),
            Context = await _context.ReadAsync(input, cancellationToken).ConfigureAwait(false) is { } context ? (ActionContext)context : null,
            RiskIndicators = await _indicators.ReadAsync(input, cancellationToken).ConfigureAwait(false) is { } indicators ? (RiskIndicators)indicators : null,
            McpServerName = _mcpServer.Read(input, null),
            ModelId = _model.Read(input, null),
            IdempotencyKey = _idempotencyKey.Read(input, null),
            RequireHumanApproval = _requireApproval.Read(input),
        };
        var waits = _wait.Read(input);
        var timeout = _timeout.Read(input, null);
        var decision = await client.EvaluateActionAsync(action, waitForDecision: false, cancellationToken: cancellationToken).ConfigureAwait(false);
        if (waits && decision.Decision == Decision.Pending)
        {
            decision = await DecisionWait.RunAsync(client, input.Host, decision.ActionId, timeout, cancellationToken).ConfigureAwait(false);
        }

        return DecisionOutput.Write(input.Host, format, decision);
    }
}
