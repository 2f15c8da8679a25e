namespace Trellis.Server.Akshi.Http;

/// <summary>The settings of the API that hold now. A reload exchanges them as a whole. Safe for concurrent use.</summary>
internal sealed class Dashboard
{
    private volatile DashboardSettings _settings = new();

    /// <summary>What holds now.</summary>
    public DashboardSettings Settings
    {
        get => _settings;
        set => _settings = value;
    }
}
