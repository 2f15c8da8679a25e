namespace Trellis.Server.Ascend.Models;

/// <summary>That somebody approved a model for a regime.</summary>
/// <param name="Framework">One of <see cref="Frameworks"/>.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
/// <param name="Comments">What they said.</param>
internal sealed record ModelApproval(string Framework, string By, DateTimeOffset At, string? Comments);
