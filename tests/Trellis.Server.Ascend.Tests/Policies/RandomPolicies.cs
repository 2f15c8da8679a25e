using Trellis.Server.Ascend.Actions;
using Trellis.Server.Ascend.Policies;
using Trellis.Server.Ascend.SmartRules;
using static Trellis.Server.Ascend.Tests.Policies.Proposals;

namespace Trellis.Server.Ascend.Tests.Policies;

/// <summary>Rules and actions of the variety that organisations have.</summary>
/// <param name="seed">Makes them the same each time.</param>
/// <param name="systems">How many systems the rules are about; with more of them, fewer rules concern one action.</param>
internal sealed class RandomPolicies(int seed, int systems = 8)
{
    private static readonly string[] Names = ["database", "file", "payment", "email", "http", "crm", "deploy", "iam"];
    private static readonly string[] Verbs = ["read", "write", "delete", "update", "export", "execute", "list", "create"];
    private static readonly string[] Environments = ["production", "staging", "development", "test"];
    private static readonly string[] AgentTypes = ["supervised", "autonomous", "advisory", "mcp_server"];
    private static readonly string[] Effects = ["allow", "block", "require_approval", "escalate"];

    private readonly Random _random = new(seed);

    private string Group
    {
        get
        {
            var number = _random.Next(systems);
            return number < Names.Length ? Names[number] : $"{Names[number % Names.Length]}{number / Names.Length}";
        }
    }

    public Policy Policy(long id)
    {
        var (level, target) = _random.Next(10) switch
        {
            < 4 => ("organization", (string?)null),
            < 6 => ("agent_type", Pick(AgentTypes)),
            _ => ("agent", Agent()),
        };
        var conditions = new List<string>();
        if (level != "agent" || _random.Next(3) > 0)
            conditions.Add($"\"action_type\":{ActionTypes()}");
        if (_random.Next(2) == 0)
            conditions.Add($"\"resource\":\"{ResourcePattern()}\"");
        if (_random.Next(3) == 0)
            conditions.Add($"\"environment\":\"{Pick(Environments)}\"");
        if (_random.Next(4) == 0)
            conditions.Add($"\"risk_above\":{_random.Next(100)}");
        if (_random.Next(6) == 0)
            conditions.Add($"\"amount_above\":{_random.Next(10_000)}");
        if (_random.Next(8) == 0)
            conditions.Add("\"time_window\":{\"outside\":\"09:00-17:00\"}");
        return Proposals.Policy(
            $$"""
            {"policy_name":"P{{id}}","policy_action":"{{Pick(Effects)}}","priority":{{_random.Next(50)}},"level":"{{level}}",
             {{(target is null ? "" : $"\"target\":\"{target}\",")}}"conditions":{ {{string.Join(',', conditions)}} } }
            """,
            id);
    }

    public SmartRule SmartRule(long id)
    {
        var condition = _random.Next(4) switch
        {
            0 => $"action_type == '{ActionType()}' AND risk_score > {_random.Next(100)}",
            1 => $"(resource LIKE '{Group}-%' OR agent_id == '{Agent()}') AND amount > {_random.Next(10_000)}",
            2 => $"environment IN ('{Pick(Environments)}', '{Pick(Environments)}') AND action_type MATCHES '{Pick(Verbs)}$'",
            _ => $"amount >= {_random.Next(10_000)} OR risk_score >= {_random.Next(50, 100)}",
        };
        return Rules.SmartRule(condition, (SmartRuleAction)_random.Next(8), id);
    }

    public ProposedAction Action() => Proposals.Action(
        ActionType(),
        Resource(),
        _random.Next(2) == 0 ? $$"""{"amount":{{_random.Next(10_000)}}}""" : null,
        agentId: Agent(),
        agentType: Pick(AgentTypes),
        environment: Pick(Environments),
        at: Tuesday.AddMinutes(_random.Next(10_000)));

    public int RiskScore() => _random.Next(101);

    private string ActionTypes() => _random.Next(10) switch
    {
        < 6 => $"\"{ActionType()}\"",
        < 8 => $"[\"{ActionType()}\",\"{Group}.*\"]",
        8 => $"\"{Group}.*\"",
        _ => $"\"*.{Pick(Verbs)}\"",
    };

    private string ActionType() => $"{Group}.{Pick(Verbs)}";

    private string ResourcePattern() => _random.Next(3) switch
    {
        0 => Resource(),
        1 => $"{Group}-{_random.Next(100)}/*",
        _ => $"{Group}-*",
    };

    private string Resource() => $"{Group}-{_random.Next(100)}/{Pick(Verbs)}";

    private string Agent() => $"agent-{_random.Next(200)}";

    private string Pick(string[] words) => words[_random.Next(words.Length)];
}
