namespace Trellis.Server.Console.Audit;

/// <summary>What the page of a verification shows.</summary>
/// <param name="First">The first record that was to be verified; null for the first of the chain.</param>
/// <param name="Last">The last; null for the last of the chain.</param>
/// <param name="Check">What was found.</param>
internal sealed record AuditCheckModel(long? First, long? Last, AuditCheck Check)
{
    /// <summary>What was verified, in words.</summary>
    public string Extent
    {
        get
        {
            if (First is null && Last is null)
                return "the whole chain";

            var last = Math.Min(Last ?? long.MaxValue, Check.TotalRecords);
            return $"records {First ?? 1} to {last}";
        }
    }
}
