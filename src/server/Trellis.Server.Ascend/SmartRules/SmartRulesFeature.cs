using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Ascend.Rules.Stored;

namespace Trellis.Server.Ascend.SmartRules;

/// <summary>Smart rules (contract, section 6.5). Everybody in the organisation sees them; administrators change them.</summary>
internal sealed class SmartRulesFeature : IAscendFeature
{
    private const string SmartRules = "/api/smart-rules";

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<RuleKind<SmartRule>>(SmartRuleKind.Instance);
        services.AddSingleton<RuleReading<SmartRule>>();
        services.AddSingleton<RuleChanges<SmartRule>>();
    }

    /// <inheritdoc/>
    public void MapRoutes(AscendRoutes routes)
    {
        RuleRoutes.Map<SmartRule>(routes, SmartRules);
        routes.Post(ConditionCheck.CheckAsync, Access.Member, $"{SmartRules}/validate");
    }
}
