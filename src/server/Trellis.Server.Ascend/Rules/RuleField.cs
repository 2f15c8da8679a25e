namespace Trellis.Server.Ascend.Rules;

/// <summary>What is said about an action in words, and what policies and smart rules look at. The order decides nothing.</summary>
internal enum RuleField
{
    /// <summary>Which agent asks.</summary>
    AgentId,

    /// <summary>Of which type the agent is.</summary>
    AgentType,

    /// <summary>What it wants to do.</summary>
    ActionType,

    /// <summary>To what.</summary>
    Resource,

    /// <summary>Of which type that is: as the context or the parameters say, and the resource's own name.</summary>
    ResourceType,

    /// <summary>Where.</summary>
    Environment,

    /// <summary>Which classes of data are involved, in every way in which the request says so.</summary>
    DataClassification,

    /// <summary>Which one of the resources.</summary>
    ResourceId,

    /// <summary>The action in a person's words.</summary>
    Description,
}
