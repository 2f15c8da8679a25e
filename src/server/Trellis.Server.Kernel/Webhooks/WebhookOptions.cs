namespace Trellis.Server.Kernel.Webhooks;

/// <summary>How webhooks are delivered; bound from the configuration section <c>webhooks</c>.</summary>
public sealed class WebhookOptions
{
    /// <summary>Whether receivers may be on this machine, over plain HTTP too. For development alone: it opens the machine's own services to whoever may subscribe.</summary>
    /// <value>Default false.</value>
    public bool AllowLoopback { get; set; }

    /// <summary>How long a receiver may take to answer.</summary>
    /// <value>Default 10 seconds; up to 30.</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>After how many dead letters in a row a subscription is switched off.</summary>
    /// <value>Default 20; zero never.</value>
    public int DisableAfter { get; set; } = 20;

    /// <summary>For how many days delivered and resolved deliveries are remembered. Dead letters stay until somebody resolves them.</summary>
    /// <value>Default 30.</value>
    public int RetentionDays { get; set; } = 30;

    /// <summary>Checks the values.</summary>
    /// <exception cref="ArgumentException">A value is out of range.</exception>
    public void Validate()
    {
        if (Timeout <= TimeSpan.Zero || Timeout > TimeSpan.FromSeconds(30))
            throw new ArgumentException("'webhooks:timeout' is more than zero and up to 30 seconds.");
        if (DisableAfter < 0)
            throw new ArgumentException("'webhooks:disableAfter' is zero or more.");
        if (RetentionDays < 1)
            throw new ArgumentException("'webhooks:retentionDays' is 1 or more.");
    }
}
