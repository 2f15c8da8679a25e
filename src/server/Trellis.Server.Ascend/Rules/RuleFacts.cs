using System.Text.Json;
using Trellis.Server.Ascend.Actions;

namespace Trellis.Server.Ascend.Rules;

/// <summary>
/// What policies and smart rules see of one action. Texts are in lower case, because a rule is not to be dodged by capital letters. What
/// only some rules look at is found out when the first one asks. Not thread-safe; lives as long as the request.
/// </summary>
internal sealed class RuleFacts
{
    private readonly ProposedAction _action;
    private readonly string? _resourceClassification;
    private readonly string _agentId;
    private readonly string _agentType;
    private readonly string _actionType;
    private readonly string _resource;
    private readonly string _environment;
    private string[]? _resourceTypes;
    private string[]? _classifications;
    private string[]? _resourceIds;
    private string? _description;
    private decimal? _amount;
    private bool _amountIsKnown;

    /// <summary>Takes an action and what is known about it.</summary>
    /// <param name="action">The action.</param>
    /// <param name="riskScore">Its risk, 0 to 100.</param>
    /// <param name="resourceClassification">The class that the organisation gave to the resource's type; null for none.</param>
    public RuleFacts(ProposedAction action, int riskScore, string? resourceClassification = null)
    {
        _action = action;
        _resourceClassification = resourceClassification;
        RiskScore = riskScore;
        _agentId = action.AgentId.ToLowerInvariant();
        _agentType = action.AgentType.ToLowerInvariant();
        _actionType = action.ActionType.ToLowerInvariant();
        _resource = action.Resource.ToLowerInvariant();
        _environment = action.Environment.ToLowerInvariant();
    }

    /// <summary>The risk, 0 to 100.</summary>
    public int RiskScore { get; }

    /// <summary>When the agent asks.</summary>
    public DateTimeOffset At => _action.At;

    /// <summary>The largest amount that the request states; null when it states none.</summary>
    public decimal? Amount
    {
        get
        {
            if (!_amountIsKnown)
            {
                _amount = StatedAmount.Of(_action);
                _amountIsKnown = true;
            }

            return _amount;
        }
    }

    /// <summary>What the request says in a field, in lower case: nothing, one text or several.</summary>
    public ReadOnlySpan<string> ValuesOf(RuleField field)
    {
        switch (field)
        {
            case RuleField.AgentId:
                return new(in _agentId);
            case RuleField.AgentType:
                return new(in _agentType);
            case RuleField.ActionType:
                return new(in _actionType);
            case RuleField.Resource:
                return new(in _resource);
            case RuleField.Environment:
                return new(in _environment);
            case RuleField.ResourceType:
                return _resourceTypes ??= StatedTexts.ResourceTypes(_action, _resource);
            case RuleField.DataClassification:
                return _classifications ??= StatedTexts.DataClassifications(_action, _resourceClassification);
            case RuleField.ResourceId:
                return _resourceIds ??= _action.ResourceId is { } id ? [id.ToLowerInvariant()] : [];
            case RuleField.Description:
                _description ??= _action.Description.ToLowerInvariant();
                return new(in _description);
            default:
                throw new ArgumentOutOfRangeException(nameof(field), field, "There is no such field.");
        }
    }

    /// <summary>The parameters, the context: where a name of the request's own is looked for.</summary>
    public JsonElement Details => _action.Details;

    /// <summary>The context.</summary>
    public JsonElement Context => _action.Context;

    /// <summary>What the caller says about its data.</summary>
    public RiskIndicators Indicators => _action.Indicators;
}
