namespace Trellis.Ascend;

/// <summary>Makes decisions of what came over the wire.</summary>
internal static class DecisionReader
{
    /// <summary>The decision that a body says.</summary>
    /// <param name="body">The body.</param>
    /// <param name="before">
    /// An earlier decision about the same action: a status can be as short as an id and a word, and what it does not say still holds.
    /// </param>
    public static AuthorizationDecision Read(DecisionBody body, AuthorizationDecision? before = null)
    {
        // The decision is looked at before the status (contract section 2.3).
        var word = body.Decision is { Length: > 0 } said ? said : body.Status;
        var decision = DecisionWords.Read(word);
        return new AuthorizationDecision
        {
            ActionId = body.ActionId ?? body.Id ?? before?.ActionId ?? "",
            Decision = decision,
            ExecutionAllowed = body.ExecutionAllowed ?? decision == Decision.Allowed,
            Status = word,
            Reason = body.Reason ?? (DecisionWords.SaysExpired(word) ? "Nobody decided in time." : before?.Reason),
            RiskScore = body.RiskScore is { } score ? RiskScore.Round(score) : before?.RiskScore,
            RiskLevel = RiskScore.ReadLevel(body.RiskLevel) ?? before?.RiskLevel,
            RiskLevelText = body.RiskLevel ?? before?.RiskLevelText,
            PolicyViolations = body.PolicyViolations ?? before?.PolicyViolations ?? [],
            Conditions = body.Conditions ?? before?.Conditions ?? [],
            RequiresApproval = body.RequiresApproval ?? before?.RequiresApproval ?? decision == Decision.Pending,
            ApprovalRequestId = body.ApprovalRequestId ?? before?.ApprovalRequestId,
            RequiredApprovers = body.RequiredApprovers ?? before?.RequiredApprovers ?? [],
            ExpiresAt = body.ExpiresAt ?? before?.ExpiresAt,
            ApprovedBy = body.ApprovedBy ?? body.ReviewedBy,
            ApprovedAt = body.ApprovedAt ?? body.ReviewedAt,
            Comments = body.Comments,
            SentMetadata = body.Metadata ?? before?.SentMetadata,
            CorrelationId = body.CorrelationId ?? before?.CorrelationId,
            CvssScore = body.CvssScore ?? before?.CvssScore,
            CvssSeverity = body.CvssSeverity ?? before?.CvssSeverity,
            CvssVector = body.CvssVector ?? before?.CvssVector,
            MitreTactic = body.MitreTactic ?? before?.MitreTactic,
            MitreTechnique = body.MitreTechnique ?? before?.MitreTechnique,
            NistControl = body.NistControl ?? before?.NistControl,
            NistDescription = body.NistDescription ?? before?.NistDescription,
            CodeAnalysis = body.CodeAnalysis ?? before?.CodeAnalysis,
            PromptSecurity = body.PromptSecurity ?? before?.PromptSecurity,
            McpGovernance = body.McpGovernance ?? before?.McpGovernance,
            ModelGovernance = body.ModelGovernance ?? before?.ModelGovernance,
            ProcessingTimeMs = body.ProcessingTimeMs ?? before?.ProcessingTimeMs,
            AlertTriggered = body.AlertTriggered ?? before?.AlertTriggered,
            AlertId = body.AlertId ?? before?.AlertId,
            WorkflowId = body.WorkflowId ?? before?.WorkflowId,
            PolicyDecision = body.PolicyDecision ?? before?.PolicyDecision,
            MatchedPolicies = body.MatchedPolicies ?? before?.MatchedPolicies,
            MatchedSmartRules = body.MatchedSmartRules ?? before?.MatchedSmartRules,
            OutputScanResult = body.OutputScanResult ?? before?.OutputScanResult,
            OutputFindingsCount = body.OutputFindingsCount ?? before?.OutputFindingsCount,
            Thresholds = body.Thresholds ?? before?.Thresholds,
            EnforcementDecision = body.EnforcementDecision ?? before?.EnforcementDecision,
            EnforcementDecisionSource = body.EnforcementDecisionSource ?? before?.EnforcementDecisionSource,
            RiskScoreSource = body.RiskScoreSource ?? before?.RiskScoreSource,
            ShadowEnforcementDecision = body.ShadowEnforcementDecision ?? before?.ShadowEnforcementDecision,
            ShadowEnforcementDecisionSource = body.ShadowEnforcementDecisionSource ?? before?.ShadowEnforcementDecisionSource,
            SentBody = body.SaysMore ? body : before?.SentBody,
        };
    }
}
