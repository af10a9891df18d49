using System.Collections;
using System.Management.Automation;

namespace WeComRobot.Binding;

internal static class Entries
{
    /// <summary>A hashtable as an object with its entries for properties, in their order.</summary>
    public static PSObject AsProperties(IDictionary entries)
    {
        var properties = new PSObject();
        foreach (DictionaryEntry entry in entries)
        {
            properties.Properties.Add(new PSNoteProperty(entry.Key.ToString(), entry.Value));
        }

        return properties;
    }
}
