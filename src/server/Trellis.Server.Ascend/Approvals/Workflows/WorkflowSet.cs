namespace Trellis.Server.Ascend.Approvals.Workflows;

/// <summary>The workflows of an organisation. Immutable.</summary>
/// <param name="workflows">All of them, used or not.</param>
internal sealed class WorkflowSet(IReadOnlyList<Workflow> workflows)
{
    /// <summary>Those of an organisation that has changed none.</summary>
    public static WorkflowSet Default { get; } = new(WorkflowDefaults.All);

    /// <summary>All of them, used or not.</summary>
    public IReadOnlyList<Workflow> All => workflows;

    /// <summary>The workflow of an id; null when there is none.</summary>
    public Workflow? Find(string id) => workflows.FirstOrDefault(workflow => workflow.Id == id);

    /// <summary>
    /// The workflow for a score: of several, the one for the highest scores. Where none is in use, the next one for higher scores is, and
    /// at last the built-in one for the highest: an action that waits for a person never waits for nobody.
    /// </summary>
    public Workflow Choose(int score) =>
        workflows.Where(workflow => workflow.IsActive && workflow.RiskMinimum <= score && score <= workflow.RiskMaximum)
            .MaxBy(static workflow => workflow.RiskMinimum)
        ?? workflows.Where(workflow => workflow.IsActive && workflow.RiskMinimum > score).MinBy(static workflow => workflow.RiskMinimum)
        ?? WorkflowDefaults.All[^1];
}
